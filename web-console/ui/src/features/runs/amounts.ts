import dayjs from 'dayjs';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

const formats = new Map<string, Intl.NumberFormat>();

/** Numbers in the present language. Browsers take long to make a format, and lists have hundreds of numbers. */
function formatOf(digits: number): Intl.NumberFormat {
  const key = `${dayjs.locale()} ${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(dayjs.locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format;
}

export function count(n: number): string {
  return formatOf(0).format(n);
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
  return `${formatOf(digits).format(value)} ${UNITS[unit] ?? ''}`;
}

/** What stands between thousands. */
export function thousandsMark(): string {
  return count(1000).charAt(1);
}
