import { Anchor, Stack, Text } from '@mantine/core';
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
    <Anchor
      component={Link}
      to={`/history/${encodeURIComponent(run.id)}`}
      size="sm"
      fw={600}
      lineClamp={2}
      underline="hover"
      c="var(--mantine-color-text)"
      aria-label={texts.history.detailsOf(title)}
      style={{ overflowWrap: 'anywhere' }}
    >
      {title}
    </Anchor>
  );
}

/** The status, with progress while it goes on and the reason where it ended without an export. */
export function RunState({ run }: { run: Run }) {
  if (!hasEnded(run.status)) {
    return <RunProgress run={run} />;
  }
  const words = texts.history;
  return (
    <Stack gap={4} align="start">
      <StatusBadge status={run.status} />
      {run.failure !== null && (
        <Text size="xs" maw={280} lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {run.status === 'SKIPPED' ? words.skippedBecause(run.failure.message) : run.failure.message}
        </Text>
      )}
    </Stack>
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
    <Stack gap={0}>
      <Anchor
        component={Link}
        to={`/artifacts?runId=${encodeURIComponent(run.id)}`}
        size="sm"
        underline="always"
        title={run.fileName ?? ''}
        {...((run.fileName ?? null) === null ? { 'aria-label': words.showFiles(files, titleOf(run)) } : {})}
        className="file-name"
      >
        {run.fileName ?? words.filesCount(files)}
      </Anchor>
      {(run.fileName ?? null) !== null && files > 1 && (
        <Text size="xs" c="dimmed">
          {words.andMore(files - 1)}
        </Text>
      )}
    </Stack>
  );
}

/** How long a run took; of one that goes on, nothing yet. */
export function durationOf(run: Pick<Run, 'startedAt' | 'requestedAt' | 'endedAt' | 'status'>): string {
  if (run.endedAt === null || run.status === 'SKIPPED') {
    return texts.dash;
  }
  return tookInWords((Date.parse(run.endedAt) - Date.parse(run.startedAt ?? run.requestedAt)) / 1000);
}
