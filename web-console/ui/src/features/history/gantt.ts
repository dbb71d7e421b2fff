import type { Attempt, Phase, Timeline } from './timeline';

/** A bar of the chart: when it begins and ends, in milliseconds since 1970, and what it stands for. */
export interface Bar {
  key: string;
  from: number;
  to: number;
  /** it goes on: its end is now */
  open: boolean;
  phase: Phase | null;
  attempt: Attempt | null;
}

export interface Lane {
  key: string;
  label: string;
  bars: Bar[];
}

/** What the chart spans. */
export interface Span {
  from: number;
  to: number;
}

/** How lanes are named. */
export interface Names {
  task: (attempt: Attempt) => string;
}

/** From the first instant that is known to the last, or to now while something goes on; never empty. */
export function spanOf(timeline: Pick<Timeline, 'phases' | 'items'>, now: number): Span {
  const begins = [...timeline.phases, ...timeline.items].flatMap((part) => instants(part.startedAt));
  const ends = [...timeline.phases, ...timeline.items].flatMap((part) => instants(part.endedAt));
  const goesOn = timeline.phases.some((phase) => phase.endedAt === null);
  const from = begins.length === 0 ? now : Math.min(...begins);
  const to = Math.max(from + 1, ...ends, ...begins, ...(goesOn ? [now] : []));
  return { from, to };
}

export function phaseBars(phases: readonly Phase[], span: Span): Bar[] {
  return phases.map((phase) => ({
    key: phase.phase,
    from: Date.parse(phase.startedAt),
    to: phase.endedAt === null ? span.to : Date.parse(phase.endedAt),
    open: phase.endedAt === null,
    phase,
    attempt: null,
  }));
}

/** A lane for each task, in the order of the list: its attempts follow one another. */
export function lanesByTask(attempts: readonly Attempt[], span: Span, names: Names): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const bar of attemptBars(attempts, span)) {
    const attempt = bar.attempt;
    if (attempt !== null) {
      const key = `${attempt.task}-${attempt.number}`;
      const lane = lanes.get(key) ?? { key, label: names.task(attempt), bars: [] };
      lane.bars.push(bar);
      lanes.set(key, lane);
    }
  }
  return [...lanes.values()];
}

/** Lanes for each worker: as many as it had tasks at once. */
export function lanesByWorker(attempts: readonly Attempt[], span: Span): Lane[] {
  const workers = new Map<string, Bar[][]>();
  const bars = attemptBars(attempts, span).sort((a, b) => a.from - b.from);
  for (const bar of bars) {
    const worker = bar.attempt?.worker ?? '';
    const slots = workers.get(worker) ?? [];
    const free = slots.find((slot) => (slot.at(-1)?.to ?? 0) <= bar.from);
    if (free === undefined) {
      slots.push([bar]);
    } else {
      free.push(bar);
    }
    workers.set(worker, slots);
  }
  return [...workers]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([worker, slots]) =>
      slots.map((slot, index) => ({ key: `${worker}-${index}`, label: index === 0 ? worker : '', bars: slot })),
    );
}

/** Where a bar is, in hundredths of the span; wide enough to be seen. */
export function place(bar: Pick<Bar, 'from' | 'to'>, span: Span): { left: number; width: number } {
  const whole = span.to - span.from;
  const left = clamp(((bar.from - span.from) / whole) * 100);
  const right = clamp(((bar.to - span.from) / whole) * 100);
  const width = Math.max(right - left, 0.4);
  return { left: Math.min(left, 100 - width), width };
}

/** Instants for the axis: about five, at even distances from the start that people count in. */
export function ticks(span: Span): number[] {
  const whole = span.to - span.from;
  const step = STEPS.find((candidate) => whole / candidate <= 6) ?? 86_400_000 * Math.ceil(whole / (6 * 86_400_000));
  const marks: number[] = [];
  for (let at = 0; at <= whole; at += step) {
    marks.push(at);
  }
  return marks;
}

const STEPS = [
  100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000,
  7_200_000, 14_400_000, 43_200_000, 86_400_000,
];

/** Attempts whose begin is known. One that was lost ends, for all one knows, where the next attempt at its task begins. */
function attemptBars(attempts: readonly Attempt[], span: Span): Bar[] {
  return attempts.flatMap((attempt) => {
    const [from] = instants(attempt.startedAt);
    if (from === undefined) {
      return [];
    }
    const [known] = instants(attempt.endedAt);
    const next = attempts
      .filter((other) => other.task === attempt.task && other.number === attempt.number && other.epoch > attempt.epoch)
      .flatMap((other) => instants(other.startedAt));
    const to = known ?? (attempt.outcome === 'LOST' && next.length > 0 ? Math.min(...next) : span.to);
    return [
      {
        key: `${attempt.task}-${attempt.number}-${attempt.epoch}`,
        from,
        to: Math.max(from, to),
        open: attempt.outcome === 'RUNNING',
        phase: null,
        attempt,
      },
    ];
  });
}

function instants(text: string | null): number[] {
  return text === null ? [] : [Date.parse(text)];
}

function clamp(hundredths: number): number {
  return Math.min(100, Math.max(0, hundredths));
}
