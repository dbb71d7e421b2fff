import { Button, Group, List, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BulkResult, Job, MissedRuns } from '../../../api/types';
import { Dialog } from '../../../layout/Dialog';
import { texts } from '../../../texts';
import { useBulk } from '../job-actions';
import { MissedRunsChoice } from './MissedRunsChoice';

export type BulkCommand = 'suspend' | 'resume' | 'delete';

interface Props {
  command: BulkCommand;
  jobs: readonly Job[];
  /** told the ids of the jobs with which it was done */
  onClose: (done: readonly string[]) => void;
}

/** Asks before, and tells afterwards what became of each job. */
export function BulkDialog({ command, jobs, onClose }: Props) {
  const words = texts.jobs.bulk;
  const bulk = useBulk(command);
  const [reason, setReason] = useState('');
  const [missedRuns, setMissedRuns] = useState<MissedRuns | null>(null);
  // The list is read anew meanwhile and may lack those that were deleted.
  const [asked] = useState(jobs);
  const done = bulk.data?.filter(({ outcome }) => outcome === 'DONE').map(({ id }) => id) ?? [];
  const order = () =>
    bulk.mutate({
      ids: asked.map(({ id }) => id),
      ...(command === 'suspend' ? { reason: reason.trim() === '' ? null : reason } : {}),
      ...(command === 'resume' ? { missedRuns } : {}),
    });
  return (
    <Dialog onClose={() => onClose(done)} size="lg" title={bulk.data === undefined ? words.titles[command](asked.length) : words.results}>
      {bulk.data === undefined ? (
        <Stack>
          <List size="sm" mah={240} style={{ overflow: 'auto' }}>
            {asked.map(({ id, title }) => (
              <List.Item key={id}>{title}</List.Item>
            ))}
          </List>
          {command === 'suspend' && <TextInput label={texts.jobs.suspend.reason} description={texts.jobs.suspend.reasonHint} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} data-autofocus />}
          {command === 'resume' && <MissedRunsChoice value={missedRuns} onChange={setMissedRuns} own />}
          {command === 'delete' && <Text size="sm">{words.removeHint}</Text>}
          <Group justify="end">
            <Button variant="default" onClick={() => onClose([])}>
              {texts.cancel}
            </Button>
            <Button {...(command === 'delete' ? { color: 'red' } : {})} loading={bulk.isPending} onClick={order}>
              {words.orders[command]}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Results results={bulk.data} jobs={asked} onClose={() => onClose(done)} />
      )}
    </Dialog>
  );
}

function Results({ results, jobs, onClose }: { results: BulkResult['results']; jobs: readonly Job[]; onClose: () => void }) {
  const words = texts.jobs.bulk;
  const titles = new Map(jobs.map(({ id, title }) => [id, title]));
  const refused = results.filter(({ outcome }) => outcome === 'REFUSED').length;
  return (
    <Stack>
      <Text role="status" fw={600}>
        {words.outcome(results.length - refused, refused)}
      </Text>
      <Table aria-label={words.results}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.jobs.columns.title}</Table.Th>
            <Table.Th scope="col">{words.result}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {results.map(({ id, problem }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {titles.get(id)}
              </Table.Th>
              <Table.Td>{problem === null ? words.done : problem.detail.replace(id, `“${titles.get(id) ?? id}”`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="end">
        <Button onClick={onClose} data-autofocus>
          {texts.close}
        </Button>
      </Group>
    </Stack>
  );
}
