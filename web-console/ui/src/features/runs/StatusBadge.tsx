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
  const color = `--mantine-color-${COLORS[status]}-light`;
  return (
    <span className="badge" style={{ background: `var(${color}-background, var(${color}))` }}>
      {texts.status[status]}
    </span>
  );
}
