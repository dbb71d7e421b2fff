import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys } from '../../api/queries';
import { queryString } from '../../api/query-string';
import type { Backfill, Job, MissedFireTimes, Page, Run } from '../../api/types';
import { jobsPath, type ListState } from './list/list-state';

/** As many runs as a strip shows. */
export const STRIP_LENGTH = 14;
/** From so many completed runs it is judged how long one takes. */
const PAST_RUNS = 20;

export const jobPath = (jobId: string) => `/api/v1/jobs/${encodeURIComponent(jobId)}`;

export function jobsQuery(list: ListState) {
  return infiniteQueryOptions({
    queryKey: [...keys.jobs, 'list', list],
    queryFn: async ({ pageParam, signal }) => (await http.get<Page<Job>>(jobsPath(list, pageParam), { signal })).body,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useJobs(list: ListState) {
  return useInfiniteQuery(jobsQuery(list));
}

/** Latest runs of each job, newest first. */
export type LatestRuns = ReadonlyMap<string, readonly Run[]>;

/** The latest runs of all jobs of a list: one request for each of its pages. */
export function useLatestRuns(pages: readonly (readonly Job[])[]): LatestRuns {
  return useQueries({
    queries: pages
      .filter((jobs) => jobs.length > 0)
      .map((jobs) => {
        const ids = jobs.map(({ id }) => id);
        return {
          // With the lists, so that it is read anew whenever a run begins or ends.
          queryKey: [...keys.jobs, 'latest-runs', ids],
          queryFn: async ({ signal }: { signal: AbortSignal }) => {
            const query = new URLSearchParams([...ids.map((id) => ['jobId', id]), ['perJob', `${STRIP_LENGTH}`]]);
            const { body } = await http.get<{ items: { jobId: string; runs: Run[] }[] }>(`/api/v1/runs/latest?${query.toString()}`, { signal });
            return body.items;
          },
          staleTime: 60_000,
          placeholderData: keepPreviousData,
          retry: false,
        };
      }),
    combine: (results) => new Map(results.flatMap(({ data }) => data ?? []).map(({ jobId, runs }) => [jobId, runs])),
  });
}

/** The latest completed runs of a job: what the time for more of them is judged by. */
export function usePastRuns(jobId: string) {
  return useQuery({
    queryKey: ['past-runs', jobId],
    queryFn: async ({ signal }) => {
      const query = queryString({ jobId, status: 'COMPLETED', limit: `${PAST_RUNS}` });
      return (await http.get<Page<Run>>(`/api/v1/runs${query}`, { signal })).body.items;
    },
  });
}

/** What a suspended job has missed so far. */
export function useMissed(jobId: string) {
  return useQuery({
    queryKey: ['missed', jobId],
    queryFn: async ({ signal }) => (await http.get<MissedFireTimes>(`${jobPath(jobId)}/missed`, { signal })).body,
    gcTime: 0,
  });
}

/** The windows that a backfill would have; asked for only when the range is complete. */
export function useBackfillPlan(jobId: string, range: { from: string; to: string } | null) {
  return useQuery({
    queryKey: ['backfill', jobId, range],
    queryFn: async ({ signal }) => (await http.post<Backfill>(`${jobPath(jobId)}/backfills`, { ...range, dryRun: true }, { signal })).body,
    enabled: range !== null,
    retry: false,
    gcTime: 0,
  });
}
