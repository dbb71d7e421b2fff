import { expect, it } from 'vitest';
import { csrfTokenIn } from './http';

it('finds the CSRF token among the cookies', () => {
  expect(csrfTokenIn('theme=light; LONGSHORE_CSRF=a%2Fb; other=1')).toBe('a/b');
});

it('knows when there is none', () => {
  expect(csrfTokenIn('')).toBeNull();
  expect(csrfTokenIn('NOT_LONGSHORE_CSRF=a')).toBeNull();
});
