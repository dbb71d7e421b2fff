import { Alert, Anchor, Code, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Run } from '../../api/types';
import { displayZone } from '../../preferences';
import { texts } from '../../texts';
import { instantIn } from '../../time';
import { useLabels } from '../lists/dataset';
import { count, size } from '../runs/amounts';
import { hasEnded, titleOf } from '../runs/progress';
import { durationOf } from './cells';
import { type Fact, Facts } from './Facts';
import { useRunSettings } from './queries';
import { windowInWords } from './window-in-words';

/** When, what and how much. */
export function RunFacts({ run }: { run: Run }) {
  const labels = useLabels();
  const words = texts.run;
  const settings = useRunSettings(run.id).data;
  const zone = displayZone();
  const at = (instant: string | null) => (instant === null ? texts.dash : `${instantIn(instant, zone)} (${zone})`);
  const dataset = [run.source === null ? null : labels.source(run.source), run.type === null ? null : labels.type(run.type)];
  const trigger = run.trigger === null ? texts.dash : (texts.history.triggers[run.trigger] ?? run.trigger);
  const facts: Fact[] = [
    [
      words.labels.job,
      <Anchor key="job" component={Link} to={`/history?jobId=${encodeURIComponent(run.jobId)}`} size="sm" underline="always">
        {titleOf(run)}
      </Anchor>,
    ],
    [words.labels.dataset, dataset.filter((part) => part !== null).join(', ') || texts.dash],
    [words.labels.trigger, (run.requestedBy ?? null) === null ? trigger : `${trigger} (${run.requestedBy})`],
    ...retryOf(settings?.retryOf ?? null),
    [words.labels.fireTime, at(run.fireTime)],
    [words.labels.window, windowInWords(run.window, zone)],
    [words.labels.closedThrough, at(run.closedThrough ?? null)],
    [words.labels.requested, at(run.requestedAt)],
    [words.labels.started, at(run.startedAt)],
    [words.labels.ended, at(run.endedAt)],
    [words.labels.duration, durationOf(run)],
    [words.labels.rows, run.progress === null ? texts.dash : count(run.progress.rows)],
    [words.labels.bytes, run.progress === null ? texts.dash : size(run.progress.bytes)],
    [words.labels.chunks, chunksOf(run)],
    [words.labels.files, run.files === null ? texts.dash : count(run.files)],
    [words.labels.expires, at(run.expiresAt)],
    [words.labels.manifest, run.manifestSha256 === null ? texts.dash : <Code key="sha" className="wrap">{run.manifestSha256}</Code>],
    [words.labels.id, <Code key="id" className="wrap">{run.id}</Code>],
  ];
  return (
    <Facts title={words.facts} facts={facts}>
      {(run.windowWarning ?? null) !== null && (
        <Alert mt="sm" color="yellow" variant="outline" bg="var(--mantine-color-body)" title={words.warning} icon={<IconInfoCircle aria-hidden />} role="note">
          <Text size="sm">{run.windowWarning}</Text>
        </Alert>
      )}
    </Facts>
  );
}

function retryOf(runId: string | null): Fact[] {
  if (runId === null) {
    return [];
  }
  return [
    [
      texts.run.labels.retryOf,
      <Anchor key="retry" component={Link} to={`/history/${encodeURIComponent(runId)}`} size="sm" underline="always">
        {texts.run.earlierRun}
      </Anchor>,
    ],
  ];
}

function chunksOf(run: Run): string {
  const total = run.progress?.chunksTotal ?? null;
  if (run.progress === null || total === null) {
    return texts.dash;
  }
  return run.status === 'COMPLETED' || !hasEnded(run.status)
    ? texts.run.chunks(count(run.progress.chunksDone ?? 0), count(total))
    : count(total);
}
