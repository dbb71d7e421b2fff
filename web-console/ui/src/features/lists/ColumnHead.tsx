import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { Order } from './address';

interface Props {
  label: string;
  /** what the API calls it; null for a column that does not sort */
  field: string | null;
  order: Order;
  numeric?: boolean;
  /** times and amounts: the largest first is what people look for */
  descendingFirst?: boolean;
  onPress: (field: string, descendingFirst: boolean) => void;
}

/** The head of a column; pressing it sorts. */
export function ColumnHead({ label, field, order, numeric = false, descendingFirst = false, onPress }: Props) {
  if (field === null) {
    return (
      <Table.Th scope="col" className={numeric ? 'numeric' : ''}>
        {label}
      </Table.Th>
    );
  }
  const active = order.field === field;
  const Arrow = active ? (order.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  return (
    <Table.Th
      scope="col"
      className={numeric ? 'numeric' : ''}
      aria-sort={active ? (order.descending ? 'descending' : 'ascending') : 'none'}
    >
      <UnstyledButton className="column-head" onClick={() => onPress(field, descendingFirst)}>
        {label}
        <Arrow size={14} aria-hidden className={active ? '' : 'idle'} />
      </UnstyledButton>
    </Table.Th>
  );
}
