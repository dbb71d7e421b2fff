import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { clockIn, dateKeyIn, fieldValueOf, instantIn, instantOf, startOfDay, timeZones } from './time';

describe('times in a zone', () => {
  it('are what the clocks there show, in every zone of the browser, over half a century', () => {
    const differences: string[] = [];
    for (const [index, zone] of timeZones().entries()) {
      const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
      // Begun elsewhere for each zone: clock changes are come upon from all sides.
      for (let time = Date.UTC(1988, 0, 1 + index, 0, 0, 7); time < Date.UTC(2038, 0, 1); time += 701 * 86_400_000 + 4_321_000) {
        const shown = fieldValueOf(new Date(time).toISOString(), zone);
        if (shown !== swedish.format(time)) {
          differences.push(`${zone} ${time}: ${shown}`);
        }
      }
    }
    expect(differences).toEqual([]);
  });

  it('have midnight as 00:00 and not as 24:00', () => {
    expect(clockIn('2026-11-23T23:00:00Z', 'Europe/Rome')).toBe('00:00:00');
    expect(dateKeyIn(Date.parse('2026-11-23T23:00:00Z'), 'Europe/Rome')).toBe('2026-11-24');
  });

  it('lead back to the instant', () => {
    expect(instantOf(fieldValueOf('2026-07-01T10:20:30Z', 'Asia/Kathmandu'), 'Asia/Kathmandu')).toBe('2026-07-01T10:20:30Z');
  });

  it('begin the day where the clocks leave out midnight', () => {
    expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  it('of an address that somebody spoilt are said to be invalid', () => {
    expect(instantIn('yesterday', 'Europe/Rome')).toBe(dayjs('yesterday').format());
  });
});
