import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys } from '../../api/queries';
import type { Artifact, Page } from '../../api/types';
import type { Order } from '../lists/address';
import { untilNextEnd } from './expiry';
import { type ArtifactFilter, artifactsPath } from './list';

export function artifactsQuery(filter: ArtifactFilter, order: Order) {
  return infiniteQueryOptions({
    queryKey: [...keys.artifacts, 'list', filter, order],
    queryFn: async ({ pageParam, signal }) => (await http.get<Page<Artifact>>(artifactsPath(filter, order, pageParam), { signal })).body,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useArtifactList(filter: ArtifactFilter, order: Order) {
  return useInfiniteQuery({
    ...artifactsQuery(filter, order),
    refetchInterval: ({ state }) => untilNextEnd(state.data?.pages.flatMap((page) => page.items) ?? [], Date.now()),
  });
}
