import type { Texts } from '../index';

export const schedule: Texts['schedule'] = {
  onceNow: 'Einmal, sofort',
  onceAt: (time) => `Einmal, ${time}`,
  everyHour: (minute) => `Jede Stunde, ${minute}`,
  everyHours: (hours, minute) => `Alle ${hours} Stunden, ${minute}`,
  onTheHour: 'zur vollen Stunde',
  pastTheHour: (minutes) => (minutes === 1 ? '1 Minute nach' : `${minutes} Minuten nach`),
  daily: (at) => `Täglich um ${at}`,
  weekly: (day, at) => `Jeden ${day} um ${at}`,
  monthly: (day, at) => `Monatlich am ${day}. um ${at}`,
  monthlyClamped: (day, at) => `Monatlich am ${day}. (oder am letzten Tag) um ${at}`,
  monthlyLast: (at) => `Monatlich am letzten Tag um ${at}`,
  days: {
    MONDAY: 'Montag',
    TUESDAY: 'Dienstag',
    WEDNESDAY: 'Mittwoch',
    THURSDAY: 'Donnerstag',
    FRIDAY: 'Freitag',
    SATURDAY: 'Samstag',
    SUNDAY: 'Sonntag',
  },
};
