import { Paper, Table } from '@mantine/core';
import { memo } from 'react';
import type { Run } from '../../api/types';
import { DateAndTime } from '../../layout/DateAndTime';
import { texts } from '../../texts';
import type { Order } from '../lists/address';
import { useGradually } from '../lists/use-gradually';
import { ColumnHead } from '../lists/ColumnHead';
import { type Labels, useLabels } from '../lists/dataset';
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
  const labels = useLabels();
  // The usual order, by request, is that of the starts for all one sees.
  const shown = order.field === 'requestedAt' ? { ...order, field: 'startedAt' } : order;
  return (
    <Paper withBorder>
      <WideTable minWidth={1150} label={words.title}>
        <Table verticalSpacing="xs" horizontalSpacing="sm" aria-label={words.title}>
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
          <tbody className="rows">
            {rows.map((run) => (
              <RunRow key={run.id} run={run} labels={labels} />
            ))}
          </tbody>
        </Table>
      </WideTable>
    </Paper>
  );
}

const RunRow = memo(function RunRow({ run, labels }: { run: Run; labels: Labels }) {
  return (
    <tr>
      <th scope="row" style={{ maxWidth: 220 }}>
        <RunTitle run={run} />
      </th>
      <td>{run.source === null ? texts.dash : labels.source(run.source)}</td>
      <td>{run.type === null ? texts.dash : labels.type(run.type)}</td>
      <td>
        <RunState run={run} />
      </td>
      <td>
        <DateAndTime instant={run.startedAt ?? run.requestedAt} />
      </td>
      <td>{run.endedAt === null ? texts.dash : <DateAndTime instant={run.endedAt} />}</td>
      <td className="nowrap">{durationOf(run)}</td>
      <td className="numeric">{run.progress === null ? texts.dash : count(run.progress.rows)}</td>
      <td className="numeric">{run.progress === null ? texts.dash : size(run.progress.bytes)}</td>
      <td>
        <RunFiles run={run} />
      </td>
      <td className="no-print">
        <RunActions run={run} />
      </td>
    </tr>
  );
});
