import { describe, expect, it } from 'vitest';
import { etaInFull, span, timeLeft } from './eta';

const NOW = Date.parse('2026-11-23T14:00:00Z');

function eta(at: string, earliest: string, latest: string) {
  const on = (time: string) => `2026-11-23T${time}Z`;
  return { eta: { at: on(at), earliest: on(earliest), latest: on(latest) }, etaUnknownBecause: null };
}

describe('the time left', () => {
  it('is an interval where the estimate is one', () => {
    expect(timeLeft(eta('14:04:00', '14:03:00', '14:05:00'), NOW)).toBe('3 min to 5 min left');
  });

  it('is one value where both ends round to the same', () => {
    expect(timeLeft(eta('14:04:00', '14:03:55', '14:04:05'), NOW)).toBe('about 4 min left');
  });

  it('is never negative when the estimate has passed', () => {
    expect(timeLeft(eta('13:59:00', '13:58:00', '14:00:30'), NOW)).toBe('about to end');
  });

  it('is unknown with its reason and never a number made up', () => {
    expect(timeLeft({ eta: null, etaUnknownBecause: 'counting' }, NOW)).toBe('time left unknown: counting');
    expect(timeLeft({ eta: null, etaUnknownBecause: null }, NOW)).toBe('time left unknown');
  });

  it('names the expected end too when told in full, in the zone of the reader', () => {
    expect(etaInFull(eta('14:04:00', '14:03:00', '14:05:00'), NOW, 'Asia/Kolkata')).toBe(
      '3 min to 5 min left; expected to end at 23 Nov 2026, 19:34',
    );
  });
});

describe('a span', () => {
  it.each([
    [-5, '0 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [3_599_000, '1 h'],
    [3_660_000, '1 h 1 min'],
    [90_000_000, '1 d 1 h'],
    [86_400_000, '1 d'],
  ])('of %d ms reads %s', (milliseconds, words) => {
    expect(span(milliseconds)).toBe(words);
  });
});
