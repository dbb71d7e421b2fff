import { useDeferredValue } from 'react';

/** More rows than a screen shows. */
const SCREEN = 12;

/**
 * A list in two steps: what the screen shows is there at once and can be used; the rest follows while the browser has
 * nothing else to do. What changes later is shown when it is ready, and until then the list stays as it was.
 */
export function useGradually<T>(items: readonly T[]): readonly T[] {
  return useDeferredValue(items, items.slice(0, SCREEN));
}
