import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { texts } from '../texts';

/** Says what failed and why, and offers to try again. */
export function FailureNote({ title, failure, onRetry }: { title: string; failure: Error; onRetry?: () => void }) {
  return (
    <Alert role="alert" color="red" variant="outline" bg="var(--mantine-color-body)" title={title} icon={<IconAlertTriangle aria-hidden />}>
      <Group justify="space-between" align="center">
        <Text size="sm">{failure.message}</Text>
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {texts.tryAgain}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
