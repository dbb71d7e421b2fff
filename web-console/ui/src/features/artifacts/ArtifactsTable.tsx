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
        <Table verticalSpacing="xs" horizontalSpacing="sm" aria-label={words.title}>
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
          <tbody className="rows">
            {shown.map((artifact) => (
              <tr key={artifact.id}>
                <td>
                  <SelectBox artifact={artifact} selection={selection} onSelect={onSelect} />
                </td>
                <th scope="row" className="light">
                  <ArtifactName artifact={artifact} />
                </th>
                <td>{artifact.kind === 'MANIFEST' ? words.kinds['MANIFEST'] : artifact.type === null ? texts.dash : labels.type(artifact.type)}</td>
                <td className="numeric">{artifact.rows === null ? texts.dash : count(artifact.rows)}</td>
                <td className="numeric">{size(artifact.bytes)}</td>
                <td>
                  <DateAndTime instant={artifact.createdAt} />
                </td>
                <td className="nowrap">
                  <Remaining artifact={artifact} />
                </td>
                <td>
                  <DownloadIcon artifact={artifact} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
    </Paper>
  );
}
