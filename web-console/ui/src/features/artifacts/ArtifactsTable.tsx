import { Checkbox, Paper, Table } from '@mantine/core';
import type { Artifact } from '../../api/types';
import { DateAndTime } from '../../layout/DateAndTime';
import { texts } from '../../texts';
import type { Order } from '../lists/address';
import { ColumnHead } from '../lists/ColumnHead';
import { useLabels } from '../lists/dataset';
import { useGradually } from '../lists/use-gradually';
import { count, size } from '../runs/amounts';
import { ArtifactName, DownloadIcon, Remaining, SelectBox, type Selecting } from './parts';
import { toggledAll } from './selection';
import { WideTable } from '../lists/WideTable';

interface Props extends Selecting {
  artifacts: readonly Artifact[];
  order: Order;
  onPress: (field: string, descendingFirst: boolean) => void;
}

export function ArtifactsTable({ artifacts, order, onPress, selection, onSelect }: Props) {
  const words = texts.artifacts;
  const shown = useGradually(artifacts);
  const columns = words.columns;
  const labels = useLabels();
  const selected = artifacts.filter((artifact) => selection.has(artifact.id)).length;
  const head = { order, onPress };
  return (
    <Paper withBorder>
      <WideTable minWidth={900} label={words.title}>
        <Table verticalSpacing="xs" horizontalSpacing="sm" highlightOnHover aria-label={words.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" w={44}>
                <Checkbox
                  aria-label={words.selectAll}
                  checked={selected > 0 && selected === artifacts.length}
                  indeterminate={selected > 0 && selected < artifacts.length}
                  onChange={() => onSelect(toggledAll(selection, artifacts))}
                />
              </Table.Th>
              <ColumnHead label={columns.name} field="name" {...head} />
              <ColumnHead label={columns.type} field="type" {...head} />
              <ColumnHead label={columns.rows} field={null} numeric {...head} />
              <ColumnHead label={columns.size} field="bytes" numeric descendingFirst {...head} />
              <ColumnHead label={columns.created} field="createdAt" descendingFirst {...head} />
              <ColumnHead label={columns.remaining} field="expiresAt" {...head} />
              <Table.Th scope="col">{columns.download}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((artifact) => (
              <Table.Tr key={artifact.id}>
                <Table.Td>
                  <SelectBox artifact={artifact} selection={selection} onSelect={onSelect} />
                </Table.Td>
                <Table.Th scope="row" fw={400}>
                  <ArtifactName artifact={artifact} />
                </Table.Th>
                <Table.Td>{artifact.kind === 'MANIFEST' ? words.kinds['MANIFEST'] : artifact.type === null ? texts.dash : labels.type(artifact.type)}</Table.Td>
                <Table.Td className="numeric">{artifact.rows === null ? texts.dash : count(artifact.rows)}</Table.Td>
                <Table.Td className="numeric">{size(artifact.bytes)}</Table.Td>
                <Table.Td>
                  <DateAndTime instant={artifact.createdAt} />
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Remaining artifact={artifact} />
                </Table.Td>
                <Table.Td>
                  <DownloadIcon artifact={artifact} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Paper>
  );
}
