import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys } from '../../api/queries';
import type { BulkResult, Job, MissedRuns, Window } from '../../api/types';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { jobPath } from './job-queries';

/** What one can do with a job; each reports and brings the list up to date. */
export function useJobActions(job: Job) {
  const path = jobPath(job.id);
  const done = texts.jobs.done;
  return {
    runNow: useOrder((window: Window | null) => http.post(`${path}/runs`, window === null ? {} : { window }), done.started(job.title)),
    suspend: useOrder((reason: string) => http.post(`${path}/suspend`, { reason: reason.trim() === '' ? null : reason }), done.suspended(job.title)),
    resume: useOrder((missedRuns: MissedRuns | null) => http.post(`${path}/resume`, { missedRuns }), done.resumed(job.title)),
    backfill: useOrder((range: { from: string; to: string }) => http.post(`${path}/backfills`, range), done.backfilling(job.title)),
  };
}

/** Stops a run; the stream tells when it has ended. */
export function useCancelRun() {
  return useOrder((runId: string) => http.post(`/api/v1/runs/${encodeURIComponent(runId)}/cancel`), texts.history.cancelled);
}

/** Runs again, for the same window, what ended without an export; the stream tells of the new run. */
export function useRetryRun() {
  return useOrder((runId: string) => http.post(`/api/v1/runs/${encodeURIComponent(runId)}/retry`), texts.history.retried);
}

/** Up to 100 jobs at once; each has a result of its own, which is the caller's to show. */
export function useBulk(command: 'suspend' | 'resume' | 'delete') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (order: { ids: string[]; reason?: string | null; missedRuns?: MissedRuns | null }) =>
      (await http.post<BulkResult>(`/api/v1/jobs/${command}`, order)).body.results,
    onError: (failure) => {
      report.failure(failure);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.jobs }),
  });
}

function useOrder<T>(act: (argument: T) => Promise<unknown>, success: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      report.done(success);
    },
    onError: (failure) => {
      report.failure(failure);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.jobs }),
  });
}
