import { describe, expect, it } from 'vitest';
import { differences, jobInWords } from './job-in-words';
import { aJob } from './jobs.fixtures';

describe('a job in one sentence', () => {
  const sentence = (changes: Parameters<typeof aJob>[0]) => jobInWords(aJob(changes));

  // P45
  it('says when, in which zone, and which data', () => {
    expect(sentence({ schedule: { kind: 'HOURLY', everyHours: 4, minute: 5 }, dateRange: { kind: 'LAST', amount: 4, unit: 'HOURS' } })).toBe(
      'Every 4 hours at 5 minutes past, Europe/Rome; exports the 4 hours before',
    );
    expect(sentence({ schedule: { kind: 'DAILY', at: '02:30' }, dateRange: { kind: 'LAST', amount: 1, unit: 'DAYS' } })).toBe(
      'Daily at 02:30, Europe/Rome; exports the day before',
    );
  });

  // P42, P43
  it.each([
    [{ kind: 'ALL' }, 'exports all data'],
    [{ kind: 'SINCE_LAST' as const, from: null }, 'exports what came since the run before'],
    [{ kind: 'FIXED', from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' }, 'exports from 1 Nov 2026, 01:00 until 2 Nov 2026, 01:00'],
  ] as const)('with the range %o', (dateRange, words) => {
    expect(sentence({ dateRange })).toContain(words);
  });
});

describe('two versions of a job', () => {
  it('are compared setting by setting', () => {
    const mine = aJob({ title: 'Mine', overlap: 'SKIP' });
    const theirs = aJob({ title: 'Theirs', overlap: 'SKIP', suspendAfterFailures: 3 });
    expect(differences(mine, theirs)).toEqual([
      { name: 'Title', mine: 'Mine', theirs: 'Theirs' },
      { name: 'Suspend after failed runs in a row', mine: 'Never', theirs: '3' },
    ]);
    expect(differences(mine, mine)).toEqual([]);
  });
});
