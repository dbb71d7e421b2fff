/** Filters and order of a list, as the page's address keeps them. */

export type Filter<N extends string> = Readonly<Record<N, string | null>>;

export interface Order {
  field: string;
  descending: boolean;
}

/** The filters of an address; what is not among the names, or empty, is left out. */
export function filterIn<N extends string>(address: URLSearchParams, names: readonly N[]): Filter<N> {
  const filter = {} as Record<N, string | null>;
  for (const name of names) {
    const value = address.get(name);
    filter[name] = value === null || value === '' ? null : value;
  }
  return filter;
}

/** The address with filters set or, by null, taken out; everything else in it stays. */
export function withFilter<N extends string>(address: URLSearchParams, changes: Partial<Record<N, string | null>>): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
    if (value === null || value === undefined || value === '') {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}

export function isFiltered<N extends string>(filter: Filter<N>): boolean {
  return countSet(filter) > 0;
}

export function countSet<N extends string>(filter: Filter<N>, names?: readonly N[]): number {
  return (names ?? (Object.keys(filter) as N[])).filter((name) => filter[name] !== null).length;
}

/** An order as the API writes it: `field`, or `-field` for descending. */
export function orderIn(address: URLSearchParams, sortable: readonly string[], otherwise: Order): Order {
  const text = address.get('sort') ?? '';
  const field = text.replace(/^-/, '');
  return sortable.includes(field) ? { field, descending: text.startsWith('-') } : otherwise;
}

export function orderText(order: Order): string {
  return `${order.descending ? '-' : ''}${order.field}`;
}

/** What pressing the head of a column asks for: its own first direction, then the other one. */
export function pressed(order: Order, field: string, descendingFirst: boolean): Order {
  return order.field === field ? { field, descending: !order.descending } : { field, descending: descendingFirst };
}

/** Values of a filter that may have several, in the address separated by commas. */
export function valuesOf(value: string | null): string[] {
  return value === null ? [] : value.split(',').filter((part) => part !== '');
}
