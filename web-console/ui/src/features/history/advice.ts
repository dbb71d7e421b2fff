import type { Run } from '../../api/types';
import { texts } from '../../texts';

export interface Advice {
  /** the heading: that it failed, was cancelled or skipped */
  title: string;
  /** the kind of cause in words; null where the message says it all */
  cause: string | null;
  message: string;
  /** what the reader can do */
  what: string;
}

/** What to tell of a run that ended without an export, and what to do about it; null for every other run. */
export function adviceFor(run: Pick<Run, 'status' | 'failure'>): Advice | null {
  const failure = run.failure;
  if (failure === null) {
    return null;
  }
  const words = texts.run.failure;
  const advice = words.advice;
  return {
    title: run.status === 'SKIPPED' ? words.skipped : run.status === 'CANCELLED' ? words.cancelled : words.title,
    cause: words.kinds[failure.kind] ?? null,
    message: failure.message,
    what: advice[failure.kind] ?? advice[failure.retryable ? 'retryable' : 'otherwise'] ?? '',
  };
}
