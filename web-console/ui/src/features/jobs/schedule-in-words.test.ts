import { describe, expect, it } from 'vitest';
import { scheduleInWords } from './schedule-in-words';

// P28, P36..P41
describe('a schedule in words', () => {
  it.each([
    [{ kind: 'ONCE', startAt: null }, 'Once, immediately'],
    [{ kind: 'ONCE', startAt: '2026-11-23T14:05:00Z' }, 'Once, 23 Nov 2026, 15:05'],
    [{ kind: 'HOURLY', everyHours: 1, minute: 5 }, 'Every hour at 5 minutes past'],
    [{ kind: 'HOURLY', everyHours: 4, minute: 1 }, 'Every 4 hours at 1 minute past'],
    [{ kind: 'HOURLY', everyHours: 4, minute: 0 }, 'Every 4 hours at the full hour'],
    [{ kind: 'DAILY', at: '02:30' }, 'Daily at 02:30'],
    [{ kind: 'WEEKLY', dayOfWeek: 'MONDAY', at: '02:30' }, 'Every Monday at 02:30'],
    [{ kind: 'MONTHLY', dayOfMonth: 31, shortMonths: 'SKIP', at: '02:30' }, 'Monthly on day 31 at 02:30'],
    [{ kind: 'MONTHLY', dayOfMonth: 31, shortMonths: 'LAST_DAY', at: '02:30' }, 'Monthly on day 31 (or the last day) at 02:30'],
    [{ kind: 'MONTHLY', dayOfMonth: 28, shortMonths: 'LAST_DAY', at: '02:30' }, 'Monthly on day 28 at 02:30'],
    [{ kind: 'MONTHLY', dayOfMonth: 'LAST', at: '02:30' }, 'Monthly on the last day at 02:30'],
  ] as const)('of %o', (schedule, words) => {
    expect(scheduleInWords(schedule, 'Europe/Rome')).toBe(words);
  });
});
