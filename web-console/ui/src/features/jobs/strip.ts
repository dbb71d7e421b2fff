import type { Run, RunStatus } from '../../api/types';
import { texts } from '../../texts';
import { withNews } from '../runs/progress';

/** The latest runs of a job, oldest first, with what the stream told since. */
export function stripOf(listed: readonly Run[], live: Run | undefined, length: number): Run[] {
  return (live === undefined ? listed.slice(0, length) : withNews(listed, live, length)).toReversed();
}

/** A strip for those who do not see it: how many of its runs ended how, the most frequent first. */
export function stripInWords(runs: readonly Run[]): string {
  const counts = new Map<RunStatus, number>();
  for (const { status } of runs) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([status, n]) => texts.jobs.strip.part(n, texts.status[status]));
  return texts.jobs.strip.summary(runs.length, parts.join(', '));
}
