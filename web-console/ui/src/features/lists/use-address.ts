import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Filter, filterIn, type Order, orderIn, orderText, pressed, withFilter } from './address';

export interface ListAddress<N extends string> {
  filter: Filter<N>;
  order: Order;
  set: (changes: Partial<Record<N, string | null>>) => void;
  clear: () => void;
  /** the head of a column was pressed */
  press: (field: string, descendingFirst: boolean) => void;
}

/** Filters and order of a list, kept in the page's address: a link to the page is a link to what it shows. */
export function useListAddress<N extends string>(names: readonly N[], sortable: readonly string[], otherwise: Order): ListAddress<N> {
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(() => filterIn(address, names), [address, names]);
  const order = useMemo(() => orderIn(address, sortable, otherwise), [address, sortable, otherwise]);

  const set = useCallback(
    (changes: Partial<Record<N, string | null>>) => setAddress((present) => withFilter(present, changes), { replace: true }),
    [setAddress],
  );
  const clear = useCallback(
    () => setAddress((present) => withFilter(present, Object.fromEntries(names.map((name) => [name, null]))), { replace: true }),
    [setAddress, names],
  );
  const press = useCallback(
    (field: string, descendingFirst: boolean) =>
      setAddress(
        (present) => withFilter(present, { sort: orderText(pressed(orderIn(present, sortable, otherwise), field, descendingFirst)) }),
        { replace: true },
      ),
    [setAddress, sortable, otherwise],
  );
  return { filter, order, set, clear, press };
}
