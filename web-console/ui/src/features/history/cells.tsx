import { Link } from 'react-router';
import type { Run } from '../../api/types';
import { texts } from '../../texts';
import { hasEnded, titleOf } from '../runs/progress';
import { RunProgress } from '../runs/RunProgress';
import { StatusBadge } from '../runs/StatusBadge';
import { tookInWords } from './task-name';

/** The job's title, which leads to the details of the run. */
export function RunTitle({ run }: { run: Run }) {
  const title = titleOf(run);
  return (
    <Link to={`/history/${encodeURIComponent(run.id)}`} className="title-link text strong clamped wrap mantine-focus-auto" aria-label={texts.history.detailsOf(title)}>
      {title}
    </Link>
  );
}

/** The status, with progress while it goes on and the reason where it ended without an export. */
export function RunState({ run }: { run: Run }) {
  if (!hasEnded(run.status)) {
    return <RunProgress run={run} />;
  }
  const words = texts.history;
  return (
    <div className="above">
      <StatusBadge status={run.status} />
      {run.failure !== null && (
        <p className="text tiny clamped three-lines wrap" style={{ maxWidth: 280 }}>
          {run.status === 'SKIPPED' ? words.skippedBecause(run.failure.message) : run.failure.message}
        </p>
      )}
    </div>
  );
}

/** The run's files, which lead to the artifacts. */
export function RunFiles({ run }: { run: Run }) {
  const files = run.files ?? 0;
  if (files === 0 || run.status !== 'COMPLETED') {
    return <>{texts.dash}</>;
  }
  const words = texts.history;
  return (
    <>
      <Link
        to={`/artifacts?runId=${encodeURIComponent(run.id)}`}
        title={run.fileName ?? ''}
        {...((run.fileName ?? null) === null ? { 'aria-label': words.showFiles(files, titleOf(run)) } : {})}
        className="link text file-name mantine-focus-auto"
      >
        {run.fileName ?? words.filesCount(files)}
      </Link>
      {(run.fileName ?? null) !== null && files > 1 && <p className="text tiny quiet">{words.andMore(files - 1)}</p>}
    </>
  );
}

/** How long a run took; of one that goes on, nothing yet. */
export function durationOf(run: Pick<Run, 'startedAt' | 'requestedAt' | 'endedAt' | 'status'>): string {
  if (run.endedAt === null || run.status === 'SKIPPED') {
    return texts.dash;
  }
  return tookInWords((Date.parse(run.endedAt) - Date.parse(run.startedAt ?? run.requestedAt)) / 1000);
}
