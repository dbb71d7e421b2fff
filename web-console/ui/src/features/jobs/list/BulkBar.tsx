import { Button, Group, Paper, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Job } from '../../../api/types';
import { texts } from '../../../texts';
import { BulkDialog, type BulkCommand } from '../dialogs/BulkDialog';
import type { Selection } from './selection';

/** The service takes so many at once. */
const MOST = 100;

/** What can be done with all ticked jobs at once. */
export function BulkBar({ jobs, selection }: { jobs: readonly Job[]; selection: Selection }) {
  const words = texts.jobs.bulk;
  const [command, setCommand] = useState<BulkCommand | null>(null);
  const chosen = jobs.filter(({ id }) => selection.has(id));
  const tooMany = chosen.length > MOST;
  // The dialog outlives the bar: when all that were ticked are deleted, their results are still to be read.
  return (
    <>
      {chosen.length > 0 && (
        <Paper withBorder px="md" py={8} className="bulk-bar" role="toolbar" aria-label={words.label}>
          <Group justify="space-between">
            <Text size="sm" fw={600} role="status">
              {tooMany ? words.tooMany(chosen.length, MOST) : words.chosen(chosen.length)}
            </Text>
            <Group gap="xs">
              <Button size="compact-sm" variant="default" disabled={tooMany} leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={() => setCommand('suspend')}>
                {words.suspend}
              </Button>
              <Button size="compact-sm" variant="default" disabled={tooMany} leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => setCommand('resume')}>
                {words.resume}
              </Button>
              <Button size="compact-sm" variant="outline" color="red" disabled={tooMany} leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setCommand('delete')}>
                {words.remove}
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
                {words.clear}
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
      {command !== null && (
        <BulkDialog
          command={command}
          jobs={chosen}
          onClose={(done) => {
            setCommand(null);
            selection.set(done, false);
          }}
        />
      )}
    </>
  );
}
