import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { texts } from '../texts';
import { useTitle } from './use-title';

export function AccessDeniedPage() {
  const words = texts.accessDenied;
  useTitle(words.title);
  return (
    <Stack align="center" mt="xl">
      <Title order={1} size="h2">
        {words.title}
      </Title>
      <Text>{words.text}</Text>
      <Anchor component={Link} to="/jobs" underline="always">
        {words.back}
      </Anchor>
    </Stack>
  );
}
