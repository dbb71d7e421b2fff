import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

const DISPLAY = 'D MMM YYYY, HH:mm';
const FIELD = 'YYYY-MM-DD HH:mm:ss';

/** The zone of the person at the screen. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

/** An instant (ISO 8601) as wall-clock time in a zone, to the minute. */
export function instantIn(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format(DISPLAY);
}

export function dateIn(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format('D MMM YYYY');
}

export function timeIn(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format('HH:mm');
}

/** An instant as the value of a date and time field, in a zone. */
export function fieldValueOf(instant: string, zone: string): string {
  return dayjs(instant).tz(zone).format(FIELD);
}

/** What a date and time field holds, read as wall-clock time of a zone: an instant in UTC. */
export function instantOf(fieldValue: string, zone: string): string {
  return dayjs.tz(fieldValue, zone).toISOString().replace('.000Z', 'Z');
}
