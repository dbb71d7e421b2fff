import { queryString } from '../../../api/query-string';
import type { Job } from '../../../api/types';

const PAGE_SIZE = 50;

/** What a list can be sorted by: the columns, and the names that the API has for them. */
export const SORTED_BY = {
  title: 'title',
  source: 'source',
  type: 'type',
  status: 'lastRun.status',
  lastRun: 'lastRun.at',
  nextRun: 'nextFireTime',
  state: 'state',
} as const;

export type SortColumn = keyof typeof SORTED_BY;

/** Which jobs are shown, and in what order. It lives in the address, so that a list can be bookmarked and sent. */
export interface ListState {
  source: string | null;
  type: string | null;
  state: Job['state'] | null;
  q: string;
  sort: { column: SortColumn; descending: boolean } | null;
}

export function listStateIn(parameters: URLSearchParams): ListState {
  const state = parameters.get('state');
  return {
    source: parameters.get('source'),
    type: parameters.get('type'),
    state: state === 'ACTIVE' || state === 'SUSPENDED' ? state : null,
    q: parameters.get('q') ?? '',
    sort: sortIn(parameters.get('sort') ?? ''),
  };
}

function sortIn(text: string): ListState['sort'] {
  const descending = text.startsWith('-');
  const column = descending ? text.slice(1) : text;
  return Object.hasOwn(SORTED_BY, column) ? { column: column as SortColumn, descending } : null;
}

/** The address's parameters; what is not filtered is not in it. */
export function parametersOf({ source, type, state, q, sort }: ListState): Record<string, string> {
  return {
    ...(source === null ? {} : { source }),
    ...(type === null ? {} : { type }),
    ...(state === null ? {} : { state }),
    ...(q === '' ? {} : { q }),
    ...(sort === null ? {} : { sort: `${sort.descending ? '-' : ''}${sort.column}` }),
  };
}

/** Where the API has a page of the list. */
export function jobsPath(list: ListState, cursor: string | null): string {
  return `/api/v1/jobs${queryString({ ...queryOf(list), cursor, limit: `${PAGE_SIZE}` })}`;
}

/** The address's parameters as the API has them. */
export function queryOf(list: ListState): Record<string, string | null> {
  const { sort } = list;
  return {
    source: list.source,
    type: list.type,
    state: list.state,
    q: list.q === '' ? null : list.q,
    sort: sort === null ? null : `${sort.descending ? '-' : ''}${SORTED_BY[sort.column]}`,
  };
}

export function isFiltered({ source, type, state, q }: ListState): boolean {
  return source !== null || type !== null || state !== null || q !== '';
}

/** What a click on a column's head makes of the order: rising, falling, and as it was. */
export function sortedNext(sort: ListState['sort'], column: SortColumn): ListState['sort'] {
  if (sort?.column !== column) {
    return { column, descending: false };
  }
  return sort.descending ? null : { column, descending: true };
}
