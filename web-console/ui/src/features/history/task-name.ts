import { texts } from '../../texts';
import { span } from '../runs/eta';
import type { Attempt } from './timeline';

/** What a task is called. */
export function taskName(attempt: Pick<Attempt, 'task' | 'number'>): string {
  const names = texts.run.timeline.task;
  return (names[attempt.task] ?? names['UNKNOWN'])?.(attempt.number) ?? attempt.task;
}

/** A short span, to a tenth of a second; longer ones as everywhere. */
export function tookInWords(seconds: number | null): string {
  if (seconds === null) {
    return '';
  }
  return seconds < 10 ? texts.eta.seconds(Math.round(seconds * 10) / 10) : span(seconds * 1000);
}
