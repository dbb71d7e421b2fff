import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { texts } from './texts';

dayjs.extend(utc);
dayjs.extend(timezone);

const FIELD = 'YYYY-MM-DD HH:mm:ss';

/** The zone of the person at the screen. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

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

/** An instant (ISO 8601) as wall-clock time in a zone, to the minute. */
export function instantIn(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format(texts.formats.dateAndTime);
}

export function dateIn(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format(texts.formats.date);
}

export function timeIn(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format(texts.formats.time);
}

/** An instant as the value of a date and time field, in a zone. */
export function fieldValueOf(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format(FIELD);
}

/** What a date and time field holds, read as wall-clock time of a zone: an instant in UTC. */
export function instantOf(fieldValue: string, zone: string): string {
  return dayjs.tz(fieldValue, zone).toISOString().replace('.000Z', 'Z');
}

/** The time of day to the second, in a zone. */
export function clockIn(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format('HH:mm:ss');
}

/** The date on which an instant falls in a zone, as 2026-11-23. */
export function dateKeyIn(instant: number, zone: string): string {
  return dayjs(instant).tz(zone).format('YYYY-MM-DD');
}

/** The first instant of a date (as 2026-11-23) in a zone, also where clocks change at midnight. */
export function startOfDay(date: string, zone: string): number {
  const guess = dayjs.tz(`${date} 00:00:00`, zone).valueOf();
  // In a gap at midnight the library may answer an instant of the day before: the day begins where the gap ends.
  return dateKeyIn(guess, zone) === date ? guess : guess + 3_600_000;
}
