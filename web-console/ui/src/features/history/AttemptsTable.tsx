import { Table } from '@mantine/core';
import { displayZone } from '../../preferences';
import { texts } from '../../texts';
import { clockIn } from '../../time';
import { count } from '../runs/amounts';
import { taskName, tookInWords } from './task-name';
import type { Attempt } from './timeline';
import { WideTable } from '../lists/WideTable';

/** Every attempt in words: what the chart shows, for those who cannot see it and for paper. */
export function AttemptsTable({ attempts }: { attempts: readonly Attempt[] }) {
  const words = texts.run.timeline;
  const columns = words.columns;
  const zone = displayZone();
  return (
    <WideTable minWidth={760} label={words.table}>
      <Table fz="sm" aria-label={words.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{columns.task}</Table.Th>
            <Table.Th scope="col" className="numeric">
              {columns.attempt}
            </Table.Th>
            <Table.Th scope="col">{columns.worker}</Table.Th>
            <Table.Th scope="col">{columns.outcome}</Table.Th>
            <Table.Th scope="col">{columns.started}</Table.Th>
            <Table.Th scope="col" className="numeric">
              {columns.took}
            </Table.Th>
            <Table.Th scope="col" className="numeric">
              {columns.rows}
            </Table.Th>
            <Table.Th scope="col">{columns.failure}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {attempts.map((attempt) => (
            <Table.Tr key={`${attempt.task}-${attempt.number}-${attempt.epoch}`}>
              <Table.Th scope="row">{taskName(attempt)}</Table.Th>
              <Table.Td className="numeric">{attempt.attempt ?? texts.dash}</Table.Td>
              <Table.Td className="wrap">{attempt.worker}</Table.Td>
              <Table.Td>{words.outcome[attempt.outcome] ?? attempt.outcome}</Table.Td>
              <Table.Td>{attempt.startedAt === null ? texts.dash : clockIn(attempt.startedAt, zone)}</Table.Td>
              <Table.Td className="numeric">{attempt.seconds === null ? texts.dash : tookInWords(attempt.seconds)}</Table.Td>
              <Table.Td className="numeric">{count(attempt.rows)}</Table.Td>
              <Table.Td className="wrap">
                {attempt.failure?.message ?? ''}
                {attempt.retryAt === null ? '' : ` (${words.retryAt(clockIn(attempt.retryAt, zone))})`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
