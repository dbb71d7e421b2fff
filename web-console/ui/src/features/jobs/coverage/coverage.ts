import dayjs from 'dayjs';
import type { Run } from '../../../api/types';
import { dateKeyIn, startOfDay } from '../../../time';
import { hasEnded } from '../../runs/progress';

/**
 * How far a day's data is exported: exported; late (by a retry, a backfill, or long after it was due); empty (exported, and
 * nothing was there); missing in part or in whole; on its way; ahead of the last run that was due; before the first.
 */
export type DayState = 'exported' | 'late' | 'empty' | 'missing' | 'partly' | 'underway' | 'ahead' | 'before';

/** Half-open, in milliseconds. */
export interface Interval {
  from: number;
  to: number;
}

export interface Day {
  /** the date in the job's zone, as 2026-11-23 */
  date: string;
  state: DayState;
  /** rows of the completed runs whose windows lie in the day; null where one reaches over more days */
  rows: number | null;
  /** what is not exported of the day, from the first to the last such instant; null where nothing is missing */
  hole: Interval | null;
}

/** A run that was issued so much later than it was due was not on time. */
const ON_TIME_MS = 10 * 60_000;

interface Span {
  /** data before it was never asked of the job */
  from: number;
  /** data from it on is not due yet */
  to: number;
}

/**
 * The days of a job, by the runs that it had. A pure function.
 *
 * @param runs of the job, in any order
 * @param zone the job's
 * @param first and last day shown, as 2026-11-23
 * @param dueUntil data up to it is due: the present for a job that is suspended, else null for the end of the last window
 */
export function coverageOf(runs: readonly Run[], zone: string, first: string, last: string, dueUntil: number | null): Day[] {
  const windows = runs.flatMap((run) => {
    const window = windowOf(run);
    return window === null ? [] : [{ run, window }];
  });
  const span = spanOf(
    windows.map(({ window }) => window),
    dueUntil,
  );
  const completed = windows.filter(({ run }) => run.status === 'COMPLETED');
  const onTime = completed.filter(({ run }) => isOnTime(run));
  const going = windows.filter(({ run }) => !hasEnded(run.status));
  return datesFrom(first, last).map((date) => {
    const day = { from: startOfDay(date, zone), to: startOfDay(nextDate(date), zone) };
    const due = intersection(day, span);
    const touching = completed.filter(({ window }) => intersection(window, day) !== null);
    const total = touching.reduce((sum, { run }) => sum + (run.progress?.rows ?? 0), 0);
    const rows = touching.every(({ window }) => window.from >= day.from && window.to <= day.to) ? total : null;
    if (due === null) {
      return { date, state: day.from >= span.to ? 'ahead' : 'before', rows, hole: null };
    }
    const gaps = gapsIn(due, touching.map(intervalOf));
    const firstGap = gaps[0];
    const lastGap = gaps.at(-1);
    if (firstGap === undefined || lastGap === undefined) {
      const late = gapsIn(due, onTime.map(intervalOf)).length > 0;
      return { date, state: total === 0 ? 'empty' : late ? 'late' : 'exported', rows, hole: null };
    }
    const underway = gaps.every((gap) => gapsIn(gap, going.map(intervalOf)).length === 0);
    const partly = gapsLength(gaps) < due.to - due.from;
    return {
      date,
      state: underway ? 'underway' : partly ? 'partly' : 'missing',
      rows,
      hole: underway ? null : { from: firstGap.from, to: lastGap.to },
    };
  });
}

function intervalOf({ window }: { window: Interval }): Interval {
  return window;
}

function windowOf({ window }: Run): Interval | null {
  return window === null || window.from === null || window.to === null ? null : { from: Date.parse(window.from), to: Date.parse(window.to) };
}

function spanOf(windows: readonly Interval[], dueUntil: number | null): Span {
  const from = Math.min(...windows.map((window) => window.from));
  const to = Math.max(dueUntil ?? -Infinity, ...windows.map((window) => window.to));
  return windows.length === 0 ? { from: Infinity, to: Infinity } : { from, to };
}

function isOnTime({ trigger, fireTime, requestedAt }: Run): boolean {
  return (trigger === 'SCHEDULE' || trigger === 'MANUAL') && (fireTime === null || Date.parse(requestedAt) - Date.parse(fireTime) <= ON_TIME_MS);
}

function intersection(one: Interval, other: Interval): Interval | null {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? { from, to } : null;
}

/** The parts of an interval that no other covers, in order. */
function gapsIn(interval: Interval, covers: readonly Interval[]): Interval[] {
  const gaps: Interval[] = [];
  let open = interval.from;
  for (const cover of [...covers].sort((a, b) => a.from - b.from)) {
    if (cover.from > open && cover.from < interval.to) {
      gaps.push({ from: open, to: cover.from });
    }
    if (cover.from < interval.to) {
      open = Math.max(open, cover.to);
    }
  }
  return open < interval.to ? [...gaps, { from: open, to: interval.to }] : gaps;
}

function gapsLength(gaps: readonly Interval[]): number {
  return gaps.reduce((sum, { from, to }) => sum + to - from, 0);
}

function datesFrom(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = nextDate(date)) {
    dates.push(date);
  }
  return dates;
}

function nextDate(date: string): string {
  return dayjs.utc(date).add(1, 'day').format('YYYY-MM-DD');
}

/** A month as whole weeks from Monday to Sunday. */
export function weeksOf(month: string): { first: string; last: string } {
  const start = dayjs.utc(`${month}-01`);
  const end = start.endOf('month');
  const daysBefore = (start.day() + 6) % 7;
  const daysAfter = (7 - end.day()) % 7;
  return { first: start.subtract(daysBefore, 'day').format('YYYY-MM-DD'), last: end.add(daysAfter, 'day').format('YYYY-MM-DD') };
}

export function monthOf(instant: number, zone: string): string {
  return dateKeyIn(instant, zone).slice(0, 7);
}

export function monthAfter(month: string, count: number): string {
  return dayjs.utc(`${month}-01`).add(count, 'month').format('YYYY-MM');
}
