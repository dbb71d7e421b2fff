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
    <div className="wide-table mantine-focus-auto" tabIndex={0} role="region" aria-label={label}>
      <div style={{ minWidth }}>{children}</div>
    </div>
  );
}
