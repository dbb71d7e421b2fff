/** What happened in a run, as `GET /runs/{id}/timeline` tells it. */

export interface Phase {
  phase: string;
  startedAt: string;
  /** null while it lasts */
  endedAt: string | null;
}

export type Outcome = 'RUNNING' | 'DONE' | 'FAILED' | 'LOST' | 'STOPPED';

export interface Attempt {
  task: string;
  number: number;
  attempt: number | null;
  epoch: number;
  worker: string;
  outcome: Outcome;
  startedAt: string | null;
  endedAt: string | null;
  seconds: number | null;
  rows: number;
  bytes: number;
  failure: { kind: string; message: string; retryable: boolean } | null;
  retryAt: string | null;
}

export interface Timeline {
  runId: string;
  phases: Phase[];
  items: Attempt[];
  nextCursor: string | null;
}

/** Attempts that ended without a result. */
export function withoutResult(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter((attempt) => attempt.outcome === 'FAILED' || attempt.outcome === 'LOST');
}

/** Which lanes tell most: a few tasks each have their own; many are seen better by who worked on them. */
export function betterLanes(attempts: readonly Attempt[]): 'task' | 'worker' {
  return new Set(attempts.map((attempt) => `${attempt.task}-${attempt.number}`)).size > 24 ? 'worker' : 'task';
}
