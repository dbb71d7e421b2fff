import { describe, expect, it } from 'vitest';
import { countSet, filterIn, isFiltered, orderIn, orderText, pressed, valuesOf, withFilter } from './address';

const NAMES = ['q', 'status', 'jobId'] as const;
const NEWEST = { field: 'startedAt', descending: true };

describe('filters in the address', () => {
  it('are read by name, and nothing else is', () => {
    const filter = filterIn(new URLSearchParams('q=night&status=FAILED,SKIPPED&page=7&jobId='), NAMES);
    expect(filter).toEqual({ q: 'night', status: 'FAILED,SKIPPED', jobId: null });
    expect(valuesOf(filter.status)).toEqual(['FAILED', 'SKIPPED']);
  });

  it('are changed without touching the rest of the address', () => {
    const address = new URLSearchParams('q=night&sort=-rows&status=FAILED');
    expect(withFilter(address, { q: 'day', status: null }).toString()).toBe('q=day&sort=-rows');
    expect(address.toString()).toBe('q=night&sort=-rows&status=FAILED');
  });

  it('are counted', () => {
    const filter = filterIn(new URLSearchParams('q=a&jobId=b'), NAMES);
    expect(isFiltered(filter)).toBe(true);
    expect(countSet(filter)).toBe(2);
    expect(countSet(filter, ['status', 'q'])).toBe(1);
    expect(isFiltered(filterIn(new URLSearchParams(), NAMES))).toBe(false);
  });
});

describe('the order in the address', () => {
  const sortable = ['startedAt', 'rows'];

  it.each([
    ['sort=rows', { field: 'rows', descending: false }],
    ['sort=-rows', { field: 'rows', descending: true }],
    ['sort=-password', NEWEST],
    ['', NEWEST],
  ])('"%s" is read', (address, order) => {
    expect(orderIn(new URLSearchParams(address), sortable, NEWEST)).toEqual(order);
  });

  it('turns round when the same column is pressed again', () => {
    const first = pressed(NEWEST, 'rows', true);
    expect(orderText(first)).toBe('-rows');
    expect(orderText(pressed(first, 'rows', true))).toBe('rows');
    expect(orderText(pressed(first, 'jobTitle', false))).toBe('jobTitle');
  });
});
