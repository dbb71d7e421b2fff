import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** in pixels; a narrower screen scrolls the table, and not the page */
  minWidth: number;
  label: string;
  children: ReactNode;
}

/** Holds a table that may be wider than the screen; by keyboard it is scrolled as by mouse. */
export function WideTable({ minWidth, label, children }: Props) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ offsetScrollbars: 'present', viewportProps: { tabIndex: 0, 'aria-label': label, role: 'region' } }}
    >
      {children}
    </Table.ScrollContainer>
  );
}
