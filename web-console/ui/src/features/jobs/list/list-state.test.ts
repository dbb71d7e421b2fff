import { describe, expect, it } from 'vitest';
import { isFiltered, listStateIn, parametersOf, queryOf, sortedNext } from './list-state';

const parse = (text: string) => listStateIn(new URLSearchParams(text));

describe('the state of a list', () => {
  // P9, P10
  it.each(['', 'source=CONTACT_HISTORY&type=CONTACT&state=SUSPENDED&q=week&sort=-lastRun', 'sort=title'])('comes back from the address %o', (text) => {
    expect(new URLSearchParams(parametersOf(parse(text))).toString()).toBe(text);
  });

  it('ignores what it does not know', () => {
    expect(parse('state=GONE&sort=constructor&other=1')).toEqual({ source: null, type: null, state: null, q: '', sort: null });
  });

  it('asks the service by its names', () => {
    expect(queryOf(parse('sort=-lastRun&q=a'))).toEqual({ source: null, type: null, state: null, q: 'a', sort: '-lastRun.at' });
  });

  it('is filtered when anything but the order is chosen', () => {
    expect(isFiltered(parse('sort=title'))).toBe(false);
    expect(isFiltered(parse('q=a'))).toBe(true);
    expect(isFiltered(parse('state=ACTIVE'))).toBe(true);
  });
});

it('sorts rising, falling and not at all, one click after the other', () => {
  const once = sortedNext(null, 'title');
  const twice = sortedNext(once, 'title');
  expect(once).toEqual({ column: 'title', descending: false });
  expect(twice).toEqual({ column: 'title', descending: true });
  expect(sortedNext(twice, 'title')).toBeNull();
  expect(sortedNext(twice, 'state')).toEqual({ column: 'state', descending: false });
});
