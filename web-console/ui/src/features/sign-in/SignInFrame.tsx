import { Center, Group, Image, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { texts } from '../../texts';

/** The one card of the pages that come before the console: its name, a form, a hint. */
export function SignInFrame({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400}>
        <Group justify="center">
          <Image src="/longshore.svg" alt="" w={44} h={44} />
          <div>
            <Text fw={600} size="xl">
              {texts.product}
            </Text>
            <Text size="sm" c="dimmed">
              {texts.tagline}
            </Text>
          </div>
        </Group>
        <Paper withBorder p="xl" shadow="sm">
          {children}
        </Paper>
        {below}
      </Stack>
    </Center>
  );
}
