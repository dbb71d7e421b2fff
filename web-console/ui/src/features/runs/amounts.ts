import dayjs from 'dayjs';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

export function count(n: number): string {
  return new Intl.NumberFormat(dayjs.locale()).format(n);
}

/** A size with decimal prefixes and three significant digits at most. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  const number = new Intl.NumberFormat(dayjs.locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return `${number} ${UNITS[unit] ?? ''}`;
}

/** What stands between thousands. */
export function thousandsMark(): string {
  return count(1000).charAt(1);
}
