import { Anchor, Stack, Title } from '@mantine/core';
import { Link } from 'react-router';
import { texts } from '../texts';

export function NotFoundPage() {
  return (
    <Stack align="center" mt="xl">
      <Title order={1} size="h2">
        {texts.notFound.title}
      </Title>
      <Anchor component={Link} to="/jobs" underline="always">
        {texts.notFound.back}
      </Anchor>
    </Stack>
  );
}
