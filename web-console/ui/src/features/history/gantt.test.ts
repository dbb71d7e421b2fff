import { describe, expect, it } from 'vitest';
import { lanesByTask, lanesByWorker, phaseBars, place, spanOf, ticks } from './gantt';
import { type Attempt, betterLanes, withoutResult } from './timeline';

const START = Date.parse('2026-11-23T14:00:00Z');
const NOW = START + 60_000;
const names = { task: (attempt: Attempt) => `${attempt.task} ${attempt.number}` };

function at(second: number): string {
  return new Date(START + second * 1000).toISOString();
}

function attempt(changes: Partial<Attempt>): Attempt {
  return {
    task: 'EXPORT',
    number: 1,
    attempt: 1,
    epoch: 1,
    worker: 'a',
    outcome: 'DONE',
    startedAt: at(10),
    endedAt: at(20),
    seconds: 10,
    rows: 1,
    bytes: 1,
    failure: null,
    retryAt: null,
    ...changes,
  };
}

describe('the chart of a run', () => {
  const phases = [
    { phase: 'WAITING', startedAt: at(0), endedAt: at(5) },
    { phase: 'EXPORTING', startedAt: at(5), endedAt: at(50) },
  ];

  it('spans from the first begin to the last end', () => {
    expect(spanOf({ phases, items: [attempt({})] }, NOW)).toEqual({ from: START, to: START + 50_000 });
  });

  it('reaches to now while a phase lasts', () => {
    const lasting = [{ phase: 'EXPORTING', startedAt: at(5), endedAt: null }];
    const span = spanOf({ phases: lasting, items: [] }, NOW);
    expect(span).toEqual({ from: START + 5_000, to: NOW });
    expect(phaseBars(lasting, span)).toMatchObject([{ from: START + 5_000, to: NOW, open: true }]);
  });

  it('is never without width', () => {
    const span = spanOf({ phases: [], items: [] }, NOW);
    expect(span.to).toBeGreaterThan(span.from);
  });

  // P70
  it('has a lane for each task with its attempts, and a lost one ends where the next begins', () => {
    const lost = attempt({ outcome: 'LOST', endedAt: null, startedAt: at(10), epoch: 1 });
    const again = attempt({ outcome: 'DONE', startedAt: at(30), endedAt: at(40), epoch: 2, attempt: 2 });
    const other = attempt({ number: 2, outcome: 'RUNNING', endedAt: null, startedAt: at(30) });
    const items = [lost, again, other];
    const span = { from: START, to: NOW };

    const lanes = lanesByTask(items, span, names);

    expect(lanes.map((lane) => lane.label)).toEqual(['EXPORT 1', 'EXPORT 2']);
    expect(lanes[0]?.bars).toMatchObject([
      { from: START + 10_000, to: START + 30_000, open: false },
      { from: START + 30_000, to: START + 40_000 },
    ]);
    expect(lanes[1]?.bars).toMatchObject([{ to: NOW, open: true }]);
    expect(withoutResult(items)).toEqual([lost]);
  });

  it('has as many lanes for a worker as it had tasks at once', () => {
    const items = [
      attempt({ number: 1, startedAt: at(0), endedAt: at(10) }),
      attempt({ number: 2, startedAt: at(5), endedAt: at(15) }),
      attempt({ number: 3, startedAt: at(10), endedAt: at(20) }),
      attempt({ number: 4, worker: 'b', startedAt: at(0), endedAt: at(10) }),
    ];
    const lanes = lanesByWorker(items, { from: START, to: NOW });
    expect(lanes.map((lane) => [lane.label, lane.bars.map((bar) => bar.attempt?.number)])).toEqual([
      ['a', [1, 3]],
      ['', [2]],
      ['b', [4]],
    ]);
  });

  it('leaves out attempts whose begin is not known', () => {
    expect(lanesByTask([attempt({ startedAt: null })], { from: START, to: NOW }, names)).toEqual([]);
  });

  it('places bars within the chart, wide enough to be seen', () => {
    const span = { from: 0, to: 1000 };
    expect(place({ from: 250, to: 500 }, span)).toEqual({ left: 25, width: 25 });
    expect(place({ from: 1000, to: 1000 }, span)).toEqual({ left: 99.6, width: 0.4 });
    expect(place({ from: -50, to: 2000 }, span)).toEqual({ left: 0, width: 100 });
  });

  it.each([
    [450, [0, 100, 200, 300, 400]],
    [50_000, [0, 10_000, 20_000, 30_000, 40_000, 50_000]],
    [3 * 3_600_000, [0, 1_800_000, 3_600_000, 5_400_000, 7_200_000, 9_000_000, 10_800_000]],
  ])('marks its axis at round distances for %d ms', (whole, marks) => {
    expect(ticks({ from: 7, to: 7 + whole })).toEqual(marks);
  });

  it('groups by worker when there are many tasks', () => {
    expect(betterLanes([attempt({})])).toBe('task');
    expect(betterLanes(Array.from({ length: 30 }, (_, index) => attempt({ number: index + 1 })))).toBe('worker');
  });
});
