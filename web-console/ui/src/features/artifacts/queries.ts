import { useInfiniteQuery } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys, queryString } from '../../api/queries';
import type { Artifact, Page } from '../../api/types';
import { type Filter, type Order, orderText } from '../lists/address';
import { untilNextEnd } from './expiry';

/** Filters of the artifacts: the parameters of the API, by the same names in the page's address. */
export const FILTERS = ['runId', 'jobId', 'q', 'source', 'type', 'createdFrom', 'createdTo'] as const;
export type ArtifactFilter = Filter<(typeof FILTERS)[number]>;

/** What the API sorts by. */
export const SORTABLE = ['createdAt', 'name', 'bytes', 'expiresAt', 'type'] as const;
export const NEWEST_FIRST: Order = { field: 'createdAt', descending: true };

/** The files of one run came at the same time: they stand in the order of the set. */
export const BY_NAME: Order = { field: 'name', descending: false };

const PAGE_SIZE = 100;

export function useArtifactList(filter: ArtifactFilter, order: Order) {
  return useInfiniteQuery({
    queryKey: [...keys.artifacts, 'list', filter, order],
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ ...filter, sort: orderText(order), cursor: pageParam, limit: `${PAGE_SIZE}` });
      return (await http.get<Page<Artifact>>(`/api/v1/artifacts${query}`, { signal })).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => untilNextEnd(state.data?.pages.flatMap((page) => page.items) ?? [], Date.now()),
  });
}
