import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys } from '../../api/queries';
import type { Job } from '../../api/types';
import { report } from '../../layout/reports';
import { texts } from '../../texts';

/** What one can do with a job from its row; each reports and brings the list up to date. */
export function useJobActions(job: Job) {
  const path = `/api/v1/jobs/${encodeURIComponent(job.id)}`;
  const done = texts.jobs.done;
  return {
    runNow: useJobAction(() => http.post(`${path}/runs`, {}), done.started(job.title)),
    suspend: useJobAction(() => http.post(`${path}/suspend`, { reason: texts.jobs.suspendedByConsole }), done.suspended(job.title)),
    resume: useJobAction(() => http.post(`${path}/resume`, { missedRuns: job.missedRuns }), done.resumed(job.title)),
    remove: useJobAction(() => http.delete(path), done.removed(job.title)),
  };
}

function useJobAction(act: () => Promise<unknown>, success: string) {
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
