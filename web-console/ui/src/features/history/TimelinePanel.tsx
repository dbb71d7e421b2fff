import { Button, Group, Loader, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '../../api/types';
import { FailureNote } from '../../layout/FailureNote';
import { texts } from '../../texts';
import { AttemptsTable } from './AttemptsTable';
import { lanesByTask, lanesByWorker, type Lane, phaseBars, spanOf } from './gantt';
import { GanttChart } from './GanttChart';
import { useTimeline } from './queries';
import { taskName } from './task-name';
import { type Attempt, betterLanes, withoutResult } from './timeline';

type Lanes = 'task' | 'worker';

/** When which phase, chunk, attempt and worker was at work, as a chart and as a table. */
export function TimelinePanel({ run }: { run: Run }) {
  const words = texts.run.timeline;
  const timeline = useTimeline(run);
  const pages = timeline.data?.pages ?? [];
  const attempts = pages.flatMap((page) => page.items);
  const phases = pages[0]?.phases ?? [];
  const [chosen, setChosen] = useState<Lanes | null>(null);
  const by = chosen ?? betterLanes(attempts);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {words.title}
          </Title>
          {attempts.length > 0 && (
            <SegmentedControl
              size="xs"
              aria-label={words.lanes}
              className="no-print"
              data={[
                { value: 'task', label: words.byTask },
                { value: 'worker', label: words.byWorker },
              ]}
              value={by}
              onChange={(value) => setChosen(value === 'worker' ? 'worker' : 'task')}
            />
          )}
        </Group>
        {timeline.isPending && <Loader size="sm" aria-label={texts.loading} />}
        {timeline.isError && phases.length === 0 && (
          <FailureNote title={words.failed} failure={timeline.error} onRetry={() => void timeline.refetch()} />
        )}
        {timeline.isSuccess && phases.length === 0 && <Text size="sm">{words.empty}</Text>}
        {phases.length > 0 && <Chart phases={phases} attempts={attempts} by={by} asOf={timeline.dataUpdatedAt} />}
        {attempts.length > 0 && (
          <details>
            <summary>
              {words.table}: {summaryOf(attempts)}
            </summary>
            <AttemptsTable attempts={attempts} />
          </details>
        )}
        {timeline.hasNextPage && (
          <Group justify="center">
            <Button variant="default" size="sm" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
              {words.more}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

interface ChartProps {
  phases: Parameters<typeof phaseBars>[0];
  attempts: readonly Attempt[];
  by: Lanes;
  asOf: number;
}

function Chart({ phases, attempts, by, asOf }: ChartProps) {
  const words = texts.run.timeline;
  const span = spanOf({ phases: [...phases], items: [...attempts] }, asOf);
  const first: Lane = { key: 'phases', label: words.phases, bars: phaseBars(phases, span) };
  const lanes = by === 'task' ? lanesByTask(attempts, span, { task: taskName }) : lanesByWorker(attempts, span);
  return <GanttChart lanes={[first, ...lanes]} span={span} summary={summaryOf(attempts)} />;
}

function summaryOf(attempts: readonly Attempt[]): string {
  const workers = new Set(attempts.map((attempt) => attempt.worker)).size;
  return texts.run.timeline.summary(attempts.length, workers, withoutResult(attempts).length);
}
