import { describe, expect, it } from 'vitest';
import type { Run } from '../../../api/types';
import { startOfDay } from '../../../time';
import { aRun } from '../../runs/runs.fixtures';
import { coverageOf, monthAfter, weeksOf } from './coverage';

const ZONE = 'Europe/Rome';

function run(from: string, to: string, changes: Partial<Run> = {}): Run {
  return aRun({
    id: `${from} ${to} ${changes.status ?? ''}`,
    status: 'COMPLETED',
    window: { from, to },
    fireTime: to,
    requestedAt: to,
    progress: { fraction: 1, rows: 10, bytes: 1, chunksDone: 1, chunksTotal: 1, asOf: to },
    ...changes,
  });
}

/** Rome is one hour ahead of UTC in November. */
const daily = (day: number, changes: Partial<Run> = {}) => run(`2026-11-${day - 1}T23:00:00Z`, `2026-11-${day}T23:00:00Z`, changes);

function states(runs: Run[], first: string, last: string, dueUntil: number | null = null) {
  return coverageOf(runs, ZONE, first, last, dueUntil).map(({ state }) => state);
}

describe('the coverage of a day', () => {
  it('is exported between the first and the last window, and neither before nor ahead', () => {
    expect(states([daily(11), daily(12)], '2026-11-10', '2026-11-13')).toEqual(['before', 'exported', 'exported', 'ahead']);
  });

  it('is a hole where no run completed', () => {
    const [, hole] = coverageOf([daily(11), daily(12, { status: 'FAILED' }), daily(13)], ZONE, '2026-11-11', '2026-11-13', null);
    expect(hole).toEqual({
      date: '2026-11-12',
      state: 'missing',
      rows: 0,
      hole: { from: Date.parse('2026-11-11T23:00:00Z'), to: Date.parse('2026-11-12T23:00:00Z') },
    });
  });

  it('is a hole in part where some of it is exported, from the first to the last missing instant', () => {
    const hours = [run('2026-11-10T23:00:00Z', '2026-11-11T10:00:00Z'), run('2026-11-11T12:00:00Z', '2026-11-11T20:00:00Z'), daily(12)];
    const [day] = coverageOf(hours, ZONE, '2026-11-11', '2026-11-11', null);
    expect(day?.state).toBe('partly');
    expect(day?.hole).toEqual({ from: Date.parse('2026-11-11T10:00:00Z'), to: Date.parse('2026-11-11T23:00:00Z') });
  });

  it('is late when a retry, a backfill or a run long after its time exported it', () => {
    expect(states([daily(11), daily(12, { trigger: 'RETRY' })], '2026-11-11', '2026-11-12')).toEqual(['exported', 'late']);
    expect(states([daily(11, { requestedAt: '2026-11-12T09:00:00Z' })], '2026-11-11', '2026-11-11')).toEqual(['late']);
    expect(states([daily(11), daily(11, { trigger: 'BACKFILL' })], '2026-11-11', '2026-11-11')).toEqual(['exported']);
  });

  it('is empty when it was exported and nothing was there', () => {
    const nothing = { fraction: 1, rows: 0, bytes: 0, chunksDone: 0, chunksTotal: 0, asOf: '2026-11-11T23:00:00Z' };
    expect(states([daily(11, { progress: nothing })], '2026-11-11', '2026-11-11')).toEqual(['empty']);
  });

  it('is underway while a run is at work on what is missing', () => {
    expect(states([daily(11), daily(12, { status: 'RUNNING' })], '2026-11-11', '2026-11-12')).toEqual(['exported', 'underway']);
  });

  it('is missing up to the present of a suspended job', () => {
    expect(states([daily(11)], '2026-11-11', '2026-11-13', Date.parse('2026-11-12T12:00:00Z'))).toEqual(['exported', 'missing', 'ahead']);
  });

  it('has the length of the day in the zone, on days of clock changes too', () => {
    expect(states([run('2026-10-24T22:00:00Z', '2026-10-25T22:00:00Z'), daily(11)], '2026-10-25', '2026-10-25')).toEqual(['partly']);
    expect(states([run('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'), daily(11)], '2026-10-25', '2026-10-25')).toEqual(['exported']);
  });

  it('has no number of rows where a run reaches over more than the day', () => {
    const twoDays = run('2026-11-10T23:00:00Z', '2026-11-12T23:00:00Z');
    expect(coverageOf([twoDays], ZONE, '2026-11-11', '2026-11-11', null)).toMatchObject([{ state: 'exported', rows: null }]);
    expect(coverageOf([daily(11)], ZONE, '2026-11-11', '2026-11-11', null)).toMatchObject([{ state: 'exported', rows: 10 }]);
  });

  it('says nothing about a job without windows', () => {
    expect(states([], '2026-11-11', '2026-11-11')).toEqual(['before']);
    expect(states([aRun({ status: 'COMPLETED', window: { from: null, to: null } })], '2026-11-11', '2026-11-11')).toEqual(['before']);
  });
});

it('shows months as whole weeks', () => {
  expect(weeksOf('2026-11')).toEqual({ first: '2026-10-26', last: '2026-12-06' });
  expect(weeksOf('2027-02')).toEqual({ first: '2027-02-01', last: '2027-02-28' });
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
});

it('begins a day where clocks skip midnight at the end of the gap', () => {
  // Beirut's clocks went from 00:00 to 01:00 on 29 March 2026.
  expect(new Date(startOfDay('2026-03-29', 'Asia/Beirut')).toISOString()).toBe('2026-03-28T22:00:00.000Z');
});
