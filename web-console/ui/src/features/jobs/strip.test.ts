import { expect, it } from 'vitest';
import { aRun } from '../runs/runs.fixtures';
import { stripInWords, stripOf } from './strip';

const at = (hour: number, status: 'COMPLETED' | 'FAILED' | 'RUNNING' = 'COMPLETED') =>
  aRun({ id: `run-${hour}`, status, requestedAt: `2026-11-23T${`${hour}`.padStart(2, '0')}:00:00Z` });

it('shows the oldest of the latest runs first', () => {
  expect(stripOf([at(3), at(2), at(1)], undefined, 2).map(({ id }) => id)).toEqual(['run-2', 'run-3']);
});

it('goes on with what the stream tells', () => {
  const strip = stripOf([at(2), at(1)], at(3, 'RUNNING'), 2);
  expect(strip.map(({ id, status }) => [id, status])).toEqual([
    ['run-2', 'COMPLETED'],
    ['run-3', 'RUNNING'],
  ]);
});

it('is told in words', () => {
  expect(stripInWords([at(1), at(2, 'FAILED'), at(3)])).toBe('Last 3 runs: 2 completed, 1 failed');
  expect(stripInWords([at(1)])).toBe('Last run: 1 completed');
});
