import { expect, it } from 'vitest';
import { targetOf } from './target';

it('goes back to the page that was asked for', () => {
  expect(targetOf({ from: '/history?jobId=7' })).toBe('/history?jobId=7');
});

it.each([null, undefined, {}, { from: 7 }, { from: 'https://elsewhere.example' }, { from: '//elsewhere.example' }, { from: '/sign-in' }])(
  'goes to the jobs for %o',
  (state) => {
    expect(targetOf(state)).toBe('/jobs');
  },
);
