import { queryString } from '../../api/query-string';
import { type Filter, filterIn, type Order, orderIn, orderText } from '../lists/address';

const PAGE_SIZE = 100;

/** Filters of the artifacts: the parameters of the API, by the same names in the page's address. */
export const FILTERS = ['runId', 'jobId', 'q', 'source', 'type', 'createdFrom', 'createdTo'] as const;
export type ArtifactFilter = Filter<(typeof FILTERS)[number]>;

/** What the API sorts by. */
export const SORTABLE = ['createdAt', 'name', 'bytes', 'expiresAt', 'type'] as const;

const NEWEST_FIRST: Order = { field: 'createdAt', descending: true };
const BY_NAME: Order = { field: 'name', descending: false };

/** The order unless the address has another. The files of one run came at the same time: they stand in the order of the set. */
export function usualOrderAt(address: URLSearchParams): Order {
  return address.has('runId') ? BY_NAME : NEWEST_FIRST;
}

/** The list that an address of the page asks for. */
export function artifactsAt(address: URLSearchParams): { filter: ArtifactFilter; order: Order } {
  return { filter: filterIn(address, FILTERS), order: orderIn(address, SORTABLE, usualOrderAt(address)) };
}

/** Where the API has a page of the list. */
export function artifactsPath(filter: ArtifactFilter, order: Order, cursor: string | null): string {
  return `/api/v1/artifacts${queryString({ ...filter, sort: orderText(order), cursor, limit: `${PAGE_SIZE}` })}`;
}
