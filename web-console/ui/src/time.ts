import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { texts } from './texts';

dayjs.extend(utc);
dayjs.extend(timezone);

const FIELD = 'YYYY-MM-DD HH:mm:ss';

const clocks = new Map<string, Intl.DateTimeFormat>();

export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

export function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What the clocks of a zone show at an instant, as if it were UTC. The library's own way asks the browser for a new clock each time. */
function wallClock(instant: string | number, zone: string): Dayjs {
  const time = dayjs(instant);
  if (!time.isValid()) {
    return time;
  }
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  const [month = 0, day, year = 0, hour, minute, second] = (clock.format(time.toDate()).match(/\d+/g) ?? []).map(Number);
  return dayjs.utc(Date.UTC(year, month - 1, day, hour, minute, second));
}

/** An instant (ISO 8601) as wall-clock time in a zone, to the minute. */
export function instantIn(instant: string, zone: string): string {
  return wallClock(instant, zone).format(texts.formats.dateAndTime);
}

export function dateIn(instant: string, zone: string): string {
  return wallClock(instant, zone).format(texts.formats.date);
}

export function timeIn(instant: string, zone: string): string {
  return wallClock(instant, zone).format(texts.formats.time);
}

/** An instant as the value of a date and time field, in a zone. */
export function fieldValueOf(instant: string, zone: string): string {
  return wallClock(instant, zone).format(FIELD);
}

/** What a date and time field holds, read as wall-clock time of a zone: an instant in UTC. */
export function instantOf(fieldValue: string, zone: string): string {
  return dayjs.tz(fieldValue, zone).toISOString().replace('.000Z', 'Z');
}

/** The time of day to the second, in a zone. */
export function clockIn(instant: string, zone: string): string {
  return wallClock(instant, zone).format('HH:mm:ss');
}

/** The date on which an instant falls in a zone, as 2026-11-23. */
export function dateKeyIn(instant: number, zone: string): string {
  return wallClock(instant, zone).format('YYYY-MM-DD');
}

/** The first instant of a date (as 2026-11-23) in a zone, also where clocks change at midnight. */
export function startOfDay(date: string, zone: string): number {
  const guess = dayjs.tz(`${date} 00:00:00`, zone).valueOf();
  // In a gap at midnight the library may answer an instant of the day before: the day begins where the gap ends.
  return dateKeyIn(guess, zone) === date ? guess : guess + 3_600_000;
}
