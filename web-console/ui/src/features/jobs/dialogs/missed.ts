import type { Job, MissedFireTimes, MissedRuns, Run, Window } from '../../../api/types';
import { texts } from '../../../texts';
import { span } from '../../runs/eta';
import { instantIn } from '../../../time';

/** Mean time that the completed runs took, in milliseconds; null when there is none to judge by. */
export function timeOfOneRun(runs: readonly Run[]): number | null {
  const times = runs.flatMap(({ startedAt, requestedAt, endedAt }) => (endedAt === null ? [] : [Date.parse(endedAt) - Date.parse(startedAt ?? requestedAt)]));
  return times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length;
}

/**
 * How long a window takes, by what the past ones took: as long for each hour of data. Null where the past says nothing, or
 * where windows are open.
 */
export function timeFor(window: Window, past: readonly Run[]): number | null {
  const data = past.reduce((sum, run) => sum + (lengthOf(run.window) ?? 0), 0);
  const length = lengthOf(window);
  const one = timeOfOneRun(past);
  return data === 0 || length === null || one === null ? null : (one * past.length * length) / data;
}

function lengthOf(window: Window | null): number | null {
  return window === null || window.from === null || window.to === null ? null : Date.parse(window.to) - Date.parse(window.from);
}

/** What each choice comes to: how many runs, for which data, and about how long they take. */
export function consequencesOf(missed: MissedFireTimes, job: Pick<Job, 'timeZone'>, past: readonly Run[]): Record<MissedRuns, string> {
  const words = texts.jobs.resume;
  const one = timeOfOneRun(past);
  const inWords = (time: number | null) => (time === null ? words.timeUnknown : words.time(span(time)));
  return {
    EACH: words.each(missed.count, missed.more, inWords(one === null ? null : one * missed.count)),
    LATEST: words.latest(windowInWords(missed.latest, job.timeZone), inWords(one)),
    MERGED: words.merged(windowInWords(missed.merged, job.timeZone), inWords(missed.merged === null ? null : (timeFor(missed.merged, past) ?? one))),
    NONE: words.meanings.NONE,
  };
}

/** A window in the zone of its job. */
export function windowInWords(window: Window | null, zone: string): string {
  const words = texts.editor.preview;
  const parts = [
    ...(window === null || window.from === null ? [] : [words.from(instantIn(window.from, zone))]),
    ...(window === null || window.to === null ? [] : [words.until(instantIn(window.to, zone))]),
  ];
  return parts.length === 0 ? words.everything : parts.join(' ');
}
