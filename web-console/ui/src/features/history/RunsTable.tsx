import { Paper, Table } from '@mantine/core';
import { memo } from 'react';
import type { Run } from '../../api/types';
import { DateAndTime } from '../../layout/DateAndTime';
import { texts } from '../../texts';
import type { Order } from '../lists/address';
import { useGradually } from '../lists/use-gradually';
import { ColumnHead } from '../lists/ColumnHead';
import { useLabels } from '../lists/dataset';
import { count, size } from '../runs/amounts';
import { durationOf, RunFiles, RunState, RunTitle } from './cells';
import { RunActions } from './RunActions';
import { WideTable } from '../lists/WideTable';

type Column = keyof typeof texts.history.columns;

/** Columns of P68, with what the API sorts them by; times and amounts begin with the largest. */
const COLUMNS: readonly { name: Column; field: string | null; numeric?: boolean; descendingFirst?: boolean }[] = [
  { name: 'job', field: 'jobTitle' },
  { name: 'source', field: 'source' },
  { name: 'type', field: 'type' },
  { name: 'status', field: 'status' },
  { name: 'started', field: 'startedAt', descendingFirst: true },
  { name: 'ended', field: 'endedAt', descendingFirst: true },
  { name: 'duration', field: 'duration', descendingFirst: true },
  { name: 'rows', field: 'rows', numeric: true, descendingFirst: true },
  { name: 'size', field: 'bytes', numeric: true, descendingFirst: true },
  { name: 'files', field: 'fileName' },
];

interface Props {
  runs: readonly Run[];
  order: Order;
  onPress: (field: string, descendingFirst: boolean) => void;
}

export function RunsTable({ runs, order, onPress }: Props) {
  const words = texts.history;
  const rows = useGradually(runs);
  // The usual order, by request, is that of the starts for all one sees.
  const shown = order.field === 'requestedAt' ? { ...order, field: 'startedAt' } : order;
  return (
    <Paper withBorder>
      <WideTable minWidth={1150} label={words.title}>
        <Table verticalSpacing="xs" horizontalSpacing="sm" highlightOnHover aria-label={words.title}>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map(({ name, ...column }) => (
                <ColumnHead key={name} label={words.columns[name]} order={shown} onPress={onPress} {...column} />
              ))}
              <Table.Th scope="col" className="no-print numeric">
                {words.columns.actions}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Paper>
  );
}

const RunRow = memo(function RunRow({ run }: { run: Run }) {
  const labels = useLabels();
  return (
    <Table.Tr>
      <Table.Th scope="row" maw={220}>
        <RunTitle run={run} />
      </Table.Th>
      <Table.Td>{run.source === null ? texts.dash : labels.source(run.source)}</Table.Td>
      <Table.Td>{run.type === null ? texts.dash : labels.type(run.type)}</Table.Td>
      <Table.Td>
        <RunState run={run} />
      </Table.Td>
      <Table.Td>
        <DateAndTime instant={run.startedAt ?? run.requestedAt} />
      </Table.Td>
      <Table.Td>{run.endedAt === null ? texts.dash : <DateAndTime instant={run.endedAt} />}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{durationOf(run)}</Table.Td>
      <Table.Td className="numeric">{run.progress === null ? texts.dash : count(run.progress.rows)}</Table.Td>
      <Table.Td className="numeric">{run.progress === null ? texts.dash : size(run.progress.bytes)}</Table.Td>
      <Table.Td>
        <RunFiles run={run} />
      </Table.Td>
      <Table.Td className="no-print">
        <RunActions run={run} />
      </Table.Td>
    </Table.Tr>
  );
});
