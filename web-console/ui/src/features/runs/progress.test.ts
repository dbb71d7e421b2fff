import { describe, expect, it } from 'vitest';
import type { Run } from '../../api/types';
import { latestWith, newer, percentOf, withNews } from './progress';
import { aRun } from './runs.fixtures';

const NOTHING_YET = { fraction: null, rows: 0, bytes: 0, chunksDone: 0, chunksTotal: null };

function at(fraction: number, second: number): Run {
  return aRun({ progress: { ...NOTHING_YET, fraction, asOf: `2026-11-23T14:01:${`${second}`.padStart(2, '0')}Z` } });
}

describe('news of a run', () => {
  it('moves the bar forward', () => {
    expect(newer(at(0.2, 1), at(0.3, 2)).progress?.fraction).toBe(0.3);
  });

  it('that is late does not move it back', () => {
    expect(newer(at(0.3, 2), at(0.2, 1)).progress?.fraction).toBe(0.3);
  });

  it('never lets progress fall', () => {
    expect(newer(at(0.3, 2), at(0.2, 3)).progress?.fraction).toBe(0.3);
  });

  it('that is late does not open an ended run again', () => {
    expect(newer(aRun({ status: 'COMPLETED' }), at(0.9, 59)).status).toBe('COMPLETED');
  });

  it('of the end always counts', () => {
    expect(newer(at(0.9, 59), aRun({ status: 'FAILED', progress: null })).status).toBe('FAILED');
  });

  it('takes the next state even before there is any progress', () => {
    expect(newer(aRun({ status: 'REQUESTED', progress: null }), aRun({ status: 'PLANNED', progress: null })).status).toBe('PLANNED');
  });
});

describe('a list of runs', () => {
  const old = aRun({ id: 'old', requestedAt: '2026-11-23T12:00:00Z' });
  const known = aRun({ id: 'known', requestedAt: '2026-11-23T13:00:00Z' });

  it('changes a known run in its place', () => {
    const list = withNews([known, old], aRun({ id: 'old', status: 'COMPLETED', requestedAt: old.requestedAt }), 10);
    expect(list.map((run) => [run.id, run.status])).toEqual([
      ['known', 'RUNNING'],
      ['old', 'COMPLETED'],
    ]);
  });

  it('puts a new run where its request belongs and keeps to its length', () => {
    const list = withNews([known, old], aRun({ id: 'new', requestedAt: '2026-11-23T14:00:00Z' }), 2);
    expect(list.map((run) => run.id)).toEqual(['new', 'known']);
  });
});

describe('the percentage', () => {
  it('is 100 for a completed run only', () => {
    expect(percentOf(at(1, 1))).toBe(99);
    expect(percentOf(aRun({ status: 'COMPLETED' }))).toBe(100);
  });

  it('is unknown rather than zero before anything is known', () => {
    expect(percentOf(aRun({ progress: null }))).toBeNull();
    expect(percentOf(aRun({ progress: { ...NOTHING_YET, asOf: '2026-11-23T14:01:00Z' } }))).toBeNull();
  });
});

describe('the latest run of a job', () => {
  it('is the one that was requested last, in whatever order the news come', () => {
    const first = aRun({ id: 'first', requestedAt: '2026-11-23T12:00:00Z', status: 'COMPLETED' });
    const second = aRun({ id: 'second', requestedAt: '2026-11-23T13:00:00Z' });
    for (const news of [
      [first, second],
      [second, first],
    ]) {
      expect(news.reduce(latestWith, new Map<string, Run>()).get('job-1')?.id).toBe('second');
    }
  });
});
