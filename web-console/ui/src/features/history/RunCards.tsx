import { Group, Paper, Stack, Text } from '@mantine/core';
import type { Run } from '../../api/types';
import { displayZone } from '../../preferences';
import { texts } from '../../texts';
import { instantIn } from '../../time';
import { useLabels } from '../lists/dataset';
import { count, size } from '../runs/amounts';
import { durationOf, RunFiles, RunState, RunTitle } from './cells';
import { RunActions } from './RunActions';

/** The history on a narrow screen: a card for each run, with all that the table's row tells. */
export function RunCards({ runs }: { runs: readonly Run[] }) {
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label={texts.history.title}>
      {runs.map((run) => (
        <Paper component="li" key={run.id} withBorder p="sm">
          <RunCard run={run} />
        </Paper>
      ))}
    </Stack>
  );
}

function RunCard({ run }: { run: Run }) {
  const labels = useLabels();
  const dataset = [run.source === null ? '' : labels.source(run.source), run.type === null ? '' : labels.type(run.type)];
  const amounts = run.progress === null ? [] : [texts.eta.rows(count(run.progress.rows)), size(run.progress.bytes)];
  const duration = durationOf(run);
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div style={{ minWidth: 0 }}>
          <RunTitle run={run} />
          <Text size="xs" c="dimmed">
            {dataset.filter((part) => part !== '').join(' · ')}
          </Text>
        </div>
        <RunActions run={run} />
      </Group>
      <RunState run={run} />
      <Text size="xs">
        {[instantIn(run.startedAt ?? run.requestedAt, displayZone()), ...(duration === texts.dash ? [] : [duration]), ...amounts].join(' · ')}
      </Text>
      {(run.files ?? 0) > 0 && <RunFiles run={run} />}
    </Stack>
  );
}
