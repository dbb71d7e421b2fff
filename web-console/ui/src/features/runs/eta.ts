import { texts } from '../../texts';
import { instantIn } from '../../time';
import type { Run } from '../../api/types';

/** A span in the two largest units that matter; never more exact than an estimate deserves. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) {
    return texts.eta.seconds(seconds);
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return texts.eta.minutes(minutes);
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? texts.eta.hours(hours, minutes % 60)
    : texts.eta.days(Math.floor(hours / 24), hours % 24);
}

/** The time left in words: an interval where the estimate has one, or unknown with its reason. Never made up. */
export function timeLeft(run: Pick<Run, 'eta' | 'etaUnknownBecause'>, now: number): string {
  if (run.eta === null) {
    return run.etaUnknownBecause === null ? texts.eta.unknown : texts.eta.unknownBecause(run.etaUnknownBecause);
  }
  const at = Date.parse(run.eta.at) - now;
  if (at < 1000) {
    return texts.eta.almost;
  }
  const least = span(Date.parse(run.eta.earliest) - now);
  const most = span(Date.parse(run.eta.latest) - now);
  return least === most ? texts.eta.left(span(at)) : texts.eta.between(least, most);
}

/** What hovering or focusing the bar adds. */
export function etaInFull(run: Pick<Run, 'eta' | 'etaUnknownBecause'>, now: number, zone: string): string {
  const left = timeLeft(run, now);
  return run.eta === null ? left : `${left}; ${texts.eta.endsAt(instantIn(run.eta.at, zone))}`;
}
