import type { Window } from '../../api/types';
import { texts } from '../../texts';
import { instantIn } from '../../time';

/** The half-open window of a run, with its zone. */
export function windowInWords(window: Window | null, zone: string): string {
  const words = texts.run;
  const from = window?.from ?? null;
  const to = window?.to ?? null;
  const at = (instant: string) => instantIn(instant, zone);
  if (from === null) {
    return to === null ? words.windowAll : `${words.windowTo(at(to))} (${zone})`;
  }
  return `${to === null ? words.windowFrom(at(from)) : words.windowBoth(at(from), at(to))} (${zone})`;
}
