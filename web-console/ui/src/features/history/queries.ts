import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys, queryString } from '../../api/queries';
import type { EtaQuality, Page, Run, RunSettings } from '../../api/types';
import { type Filter, type Order, orderText } from '../lists/address';
import { hasEnded } from '../runs/progress';
import type { Timeline } from './timeline';

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

const PAGE_SIZE = 50;
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
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ ...filter, sort: orderText(order), cursor: pageParam, limit: `${PAGE_SIZE}` });
      return (await http.get<Page<Run>>(`/api/v1/runs${query}`, { signal })).body;
    },
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
