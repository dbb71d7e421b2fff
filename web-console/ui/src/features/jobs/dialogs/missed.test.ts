import { describe, expect, it } from 'vitest';
import { aRun } from '../../runs/runs.fixtures';
import { consequencesOf, timeFor, timeOfOneRun } from './missed';

const HOUR = { from: '2026-11-20T10:00:00Z', to: '2026-11-20T11:00:00Z' };
const DAY = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
const past = [10, 30].map((seconds) => aRun({ startedAt: '2026-11-20T11:00:00Z', endedAt: `2026-11-20T11:00:${seconds}Z`, window: HOUR }));

describe('the time that missed runs take', () => {
  it('is judged by the completed ones', () => {
    expect(timeOfOneRun(past)).toBe(20_000);
    expect(timeOfOneRun([])).toBeNull();
  });

  it('grows with the data of a merged window', () => {
    expect(timeFor(DAY, past)).toBe(24 * 20_000);
    expect(timeFor({ from: null, to: null }, past)).toBeNull();
    expect(timeFor(DAY, [])).toBeNull();
  });
});

// P56
describe('what each choice comes to', () => {
  const missed = { count: 24, more: false, fireTimes: [], latest: HOUR, merged: DAY };

  it('says how many runs, which data and how long', () => {
    expect(consequencesOf(missed, { timeZone: 'UTC' }, past)).toEqual({
      EACH: '24 runs, one for each window; about 8 min in all',
      LATEST: '1 run, from 20 Nov 2026, 10:00 until 20 Nov 2026, 11:00; about 20 s in all',
      MERGED: '1 run, from 20 Nov 2026, 00:00 until 21 Nov 2026, 00:00; about 8 min in all',
      NONE: 'Nothing is exported for them',
    });
  });

  it('does not make up a time', () => {
    expect(consequencesOf(missed, { timeZone: 'UTC' }, []).EACH).toBe('24 runs, one for each window; time unknown, because it has not completed a run');
  });
});
