import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys } from '../../api/queries';
import { queryString } from '../../api/query-string';
import type { EtaQuality, Page, Run, RunSettings } from '../../api/types';
import type { Order } from '../lists/address';
import { hasEnded } from '../runs/progress';
import { type HistoryFilter, historyPath } from './list';
import type { Timeline } from './timeline';

const ATTEMPTS_AT_ONCE = 500;
const LIVE_MS = 2_000;

export const runKeys = {
  list: [...keys.runs, 'list'] as const,
  one: (id: string) => [...keys.runs, 'one', id] as const,
  timeline: (id: string) => [...keys.runs, 'timeline', id] as const,
};

export function historyQuery(filter: HistoryFilter, order: Order) {
  return infiniteQueryOptions({
    queryKey: [...runKeys.list, filter, order],
    queryFn: async ({ pageParam, signal }) => (await http.get<Page<Run>>(historyPath(filter, order, pageParam), { signal })).body,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useHistory(filter: HistoryFilter, order: Order) {
  return useInfiniteQuery(historyQuery(filter, order));
}

export function useRun(id: string) {
  return useQuery({
    queryKey: runKeys.one(id),
    queryFn: async ({ signal }) => (await http.get<Run>(`/api/v1/runs/${encodeURIComponent(id)}`, { signal })).body,
  });
}

/** What a run did; while it goes on, asked for again every two seconds. */
export function useTimeline(run: Run) {
  return useInfiniteQuery({
    queryKey: [...runKeys.timeline(run.id), hasEnded(run.status)],
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ cursor: pageParam, limit: `${ATTEMPTS_AT_ONCE}` });
      return (await http.get<Timeline>(`/api/v1/runs/${encodeURIComponent(run.id)}/timeline${query}`, { signal })).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: hasEnded(run.status) ? false : LIVE_MS,
  });
}

export function useRunSettings(id: string) {
  return useQuery({
    queryKey: [...keys.runs, 'settings', id],
    queryFn: async ({ signal }) => (await http.get<RunSettings>(`/api/v1/runs/${encodeURIComponent(id)}/settings`, { signal })).body,
    staleTime: Infinity,
  });
}

/** How good the estimates for a job's runs were. */
export function useEtaQuality(jobId: string) {
  return useQuery({
    queryKey: ['eta-quality', jobId],
    queryFn: async ({ signal }) => (await http.get<EtaQuality>(`/api/v1/runs/eta-quality${queryString({ jobId })}`, { signal })).body,
    staleTime: 60_000,
  });
}
