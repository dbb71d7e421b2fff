import { expect, it } from 'vitest';
import { windowInWords } from './window-in-words';

const FROM = '2026-11-23T13:00:00Z';
const TO = '2026-11-23T14:00:00Z';

it.each([
  [{ from: FROM, to: TO }, '23 Nov 2026, 14:00 to 23 Nov 2026, 15:00, end not included (Europe/Rome)'],
  [{ from: FROM, to: null }, 'from 23 Nov 2026, 14:00 (Europe/Rome)'],
  [{ from: null, to: TO }, 'before 23 Nov 2026, 15:00 (Europe/Rome)'],
  [{ from: null, to: null }, 'All data'],
  [null, 'All data'],
])('tells the window %o with its zone', (window, words) => {
  expect(windowInWords(window, 'Europe/Rome')).toBe(words);
});
