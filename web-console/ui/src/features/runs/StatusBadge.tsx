import { Badge } from '@mantine/core';
import type { RunStatus } from '../../api/types';
import { texts } from '../../texts';

const COLORS: Record<RunStatus, string> = {
  REQUESTED: 'blue',
  PLANNED: 'blue',
  RUNNING: 'blue',
  COMPLETED: 'green',
  FAILED: 'red',
  CANCELLED: 'orange',
  SKIPPED: 'gray',
};

export function StatusBadge({ status }: { status: RunStatus }) {
  return (
    <Badge variant="light" color={COLORS[status]} tt="none">
      {texts.status[status]}
    </Badge>
  );
}
