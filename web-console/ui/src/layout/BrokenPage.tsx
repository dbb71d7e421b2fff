import { Button, Stack, Text, Title } from '@mantine/core';
import { texts } from '../texts';
import { useTitle } from './use-title';

/** In place of a page whose code did not come, or that failed: only loading it anew helps. */
export function BrokenPage() {
  const words = texts.broken;
  useTitle(words.title);
  return (
    <Stack align="center" mt="xl" px="md" role="alert">
      <Title order={1} size="h2" ta="center">
        {words.title}
      </Title>
      <Text ta="center">{words.text}</Text>
      <Button variant="default" onClick={() => window.location.reload()}>
        {words.reload}
      </Button>
    </Stack>
  );
}
