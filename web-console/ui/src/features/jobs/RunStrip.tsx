import { instantIn } from '../../time';
import type { Run, RunStatus } from '../../api/types';
import { displayZone } from '../../preferences';
import { texts } from '../../texts';
import { useLiveRun } from '../runs/live-runs';
import { STRIP_LENGTH } from './job-queries';
import { stripInWords, stripOf } from './strip';

const WIDTH = 6;
const GAP = 2;
const HEIGHT = 14;
/** Heights differ as well as colours, so that nobody has to tell red from green. */
const LOOKS: Record<RunStatus, { color: string; height: number }> = {
  REQUESTED: { color: 'blue-4', height: 5 },
  PLANNED: { color: 'blue-4', height: 5 },
  RUNNING: { color: 'blue-6', height: 8 },
  COMPLETED: { color: 'green-6', height: 10 },
  FAILED: { color: 'red-7', height: HEIGHT },
  CANCELLED: { color: 'orange-6', height: 12 },
  SKIPPED: { color: 'gray-5', height: 4 },
};

/** The last runs of a job at a glance, oldest on the left. */
export function RunStrip({ jobId, listed }: { jobId: string; listed: readonly Run[] }) {
  const runs = stripOf(listed, useLiveRun(jobId), STRIP_LENGTH);
  if (runs.length === 0) {
    return null;
  }
  return (
    <svg width={STRIP_LENGTH * (WIDTH + GAP)} height={HEIGHT} role="img" aria-label={stripInWords(runs)} className="strip">
      {Array.from({ length: STRIP_LENGTH - runs.length }, (_, place) => (
        <rect key={place} x={place * (WIDTH + GAP)} y={HEIGHT - 2} width={WIDTH} height={2} rx={1} fill="var(--mantine-color-default-border)" />
      ))}
      {runs.map((run, place) => {
        const { color, height } = LOOKS[run.status];
        const x = (STRIP_LENGTH - runs.length + place) * (WIDTH + GAP);
        return (
          <rect key={run.id} x={x} y={HEIGHT - height} width={WIDTH} height={height} rx={1} fill={`var(--mantine-color-${color})`}>
            <title>{`${instantIn(run.requestedAt, displayZone())}: ${texts.status[run.status]}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
