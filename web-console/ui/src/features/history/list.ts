import { queryString } from '../../api/query-string';
import { type Filter, filterIn, type Order, orderIn, orderText } from '../lists/address';

const PAGE_SIZE = 50;

/** Filters of the history: the parameters of the API, by the same names in the page's address. */
export const FILTERS = [
  'jobId',
  'q',
  'status',
  'source',
  'type',
  'trigger',
  'startedFrom',
  'startedTo',
  'endedFrom',
  'endedTo',
  'minSeconds',
  'maxSeconds',
  'minRows',
  'maxRows',
  'minBytes',
  'maxBytes',
  'file',
] as const;

export type HistoryFilter = Filter<(typeof FILTERS)[number]>;

/** What the API sorts by. */
export const SORTABLE = ['requestedAt', 'jobTitle', 'source', 'type', 'status', 'startedAt', 'endedAt', 'duration', 'rows', 'bytes', 'fileName'] as const;

export const NEWEST_FIRST: Order = { field: 'requestedAt', descending: true };

/** The list that an address of the page asks for. */
export function historyAt(address: URLSearchParams): { filter: HistoryFilter; order: Order } {
  return { filter: filterIn(address, FILTERS), order: orderIn(address, SORTABLE, NEWEST_FIRST) };
}

/** Where the API has a page of the list. */
export function historyPath(filter: HistoryFilter, order: Order, cursor: string | null): string {
  return `/api/v1/runs${queryString({ ...filter, sort: orderText(order), cursor, limit: `${PAGE_SIZE}` })}`;
}
