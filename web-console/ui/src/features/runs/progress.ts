import type { Run, RunStatus } from '../../api/types';
import { texts } from '../../texts';

const ENDED: ReadonlySet<RunStatus> = new Set(['COMPLETED', 'FAILED', 'CANCELLED', 'SKIPPED']);

export function hasEnded(status: RunStatus): boolean {
  return ENDED.has(status);
}

export function titleOf(run: Pick<Run, 'jobTitle'>): string {
  return run.jobTitle ?? texts.history.untitled;
}

/** 0..100 for the bar, or null while it is unknown; 100 only for a completed run. */
export function percentOf(run: Pick<Run, 'status' | 'progress'>): number | null {
  if (run.status === 'COMPLETED') {
    return 100;
  }
  const fraction = run.progress?.fraction;
  return fraction === null || fraction === undefined ? null : Math.min(99, Math.floor(fraction * 100));
}

/**
 * Joins what is known of a run with news of it that may be late, doubled or out of order: an ended run stays ended, and
 * progress does not fall.
 */
export function newer(known: Run | undefined, news: Run): Run {
  if (known === undefined) {
    return news;
  }
  if (hasEnded(known.status) && !hasEnded(news.status)) {
    return known;
  }
  if (hasEnded(news.status)) {
    return news;
  }
  return asOf(news) < asOf(known) || (news.progress?.fraction ?? 0) < (known.progress?.fraction ?? 0) ? known : news;
}

/** Latest run of each job. */
export type RunsOfJobs = ReadonlyMap<string, Run>;

/** What is known of the latest runs, with news of one: of an earlier run of its job there is nothing to tell. */
export function latestWith(known: RunsOfJobs, news: Run): RunsOfJobs {
  const before = known.get(news.jobId);
  if (before !== undefined && before.id !== news.id && before.requestedAt > news.requestedAt) {
    return known;
  }
  return new Map(known).set(news.jobId, newer(before?.id === news.id ? before : undefined, news));
}

/** Puts news into a list, latest request first, and drops what is beyond its length limit. */
export function withNews(runs: readonly Run[], news: Run, limit: number): Run[] {
  const place = runs.findIndex((run) => run.id === news.id);
  if (place >= 0) {
    return runs.map((run, index) => (index === place ? newer(run, news) : run));
  }
  return [...runs, news].sort((a, b) => b.requestedAt.localeCompare(a.requestedAt)).slice(0, limit);
}

function asOf(run: Run): number {
  return run.progress === null ? 0 : Date.parse(run.progress.asOf);
}
