import type { Artifact } from '../../api/types';

/** Timers hold at most 24 days, and clocks are set: look again now and then. */
const LONGEST_MS = 3_600_000;
const SHORTEST_MS = 1_000;

/** Milliseconds until the first of the artifacts is removed (P77) and the list has to be read anew; false when none ever is. */
export function untilNextEnd(artifacts: readonly Pick<Artifact, 'expiresAt'>[], now: number): number | false {
  const ends = artifacts.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [Date.parse(expiresAt)]));
  return ends.length === 0 ? false : Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Math.min(...ends) - now + 1));
}
