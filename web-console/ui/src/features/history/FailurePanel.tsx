import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Run } from '../../api/types';
import { texts } from '../../texts';
import { adviceFor } from './advice';

/** Why a run ended without an export, and what to do about it. */
export function FailurePanel({ run }: { run: Run }) {
  const advice = adviceFor(run);
  if (advice === null) {
    return null;
  }
  const failed = run.status === 'FAILED';
  const words = texts.run.failure;
  return (
    <Alert
      role="region"
      aria-label={advice.title}
      color={failed ? 'red' : 'gray'}
      variant="outline"
      bg="var(--mantine-color-body)"
      title={advice.title}
      icon={failed ? <IconAlertTriangle aria-hidden /> : <IconInfoCircle aria-hidden />}
    >
      <Stack gap="xs">
        <div>
          {advice.cause !== null && <Text fw={600}>{advice.cause}</Text>}
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {advice.message}
          </Text>
        </div>
        <div>
          <Text size="sm" fw={600}>
            {words.what}
          </Text>
          <Text size="sm">{advice.what}</Text>
          {run.status !== 'SKIPPED' && <Text size="sm">{words.none}</Text>}
        </div>
      </Stack>
    </Alert>
  );
}
