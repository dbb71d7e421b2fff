import { instantIn } from '../../time';
import { texts } from '../../texts';
import type { Schedule } from '../../api/types';

/** One line that says when a job runs; the zone is shown beside it. */
export function scheduleInWords(schedule: Schedule, timeZone: string): string {
  const words = texts.schedule;
  switch (schedule.kind) {
    case 'ONCE':
      return schedule.startAt === null ? words.onceNow : words.onceAt(instantIn(schedule.startAt, timeZone));
    case 'HOURLY': {
      const minute = schedule.minute === 0 ? words.onTheHour : words.pastTheHour(schedule.minute);
      return schedule.everyHours === 1 ? words.everyHour(minute) : words.everyHours(schedule.everyHours, minute);
    }
    case 'DAILY':
      return words.daily(schedule.at);
    case 'WEEKLY':
      return words.weekly(words.days[schedule.dayOfWeek], schedule.at);
    case 'MONTHLY':
      return monthly(schedule);
  }
}

function monthly(schedule: Extract<Schedule, { kind: 'MONTHLY' }>): string {
  const words = texts.schedule;
  if (schedule.dayOfMonth === 'LAST') {
    return words.monthlyLast(schedule.at);
  }
  // Every month has 28 days: only beyond that does the choice for short months say anything.
  return schedule.dayOfMonth > 28 && schedule.shortMonths === 'LAST_DAY'
    ? words.monthlyClamped(schedule.dayOfMonth, schedule.at)
    : words.monthly(schedule.dayOfMonth, schedule.at);
}
