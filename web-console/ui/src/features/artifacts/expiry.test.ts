import { describe, expect, it } from 'vitest';
import { untilNextEnd } from './expiry';

const NOW = Date.parse('2026-11-23T14:00:00Z');

describe('the time until the list of artifacts is read anew', () => {
  // P77
  it.each([
    ['the first end', ['2026-11-23T14:30:00Z', '2026-11-23T14:00:10Z'], 10_001],
    ['an hour at most', ['2026-12-23T14:00:00Z'], 3_600_000],
    ['a second at least, when one has just ended', ['2026-11-23T13:59:00Z'], 1_000],
    ['never, when all are kept', [null], false],
    ['never, when there are none', [], false],
  ])('%s', (_, ends, milliseconds) => {
    expect(untilNextEnd(ends.map((expiresAt) => ({ expiresAt })), NOW)).toBe(milliseconds);
  });
});
