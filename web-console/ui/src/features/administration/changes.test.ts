import { expect, it } from 'vitest';
import { actionInWords, changeInWords } from './changes';

it.each([
  [{ field: 'title', from: 'Old', to: 'New' }, 'title: Old → New'],
  [{ field: 'entityTypes', from: null, to: ['CHAT'] }, 'entityTypes: nothing → ["CHAT"]'],
  [{ field: 'output.splitSizeMb', from: 100, to: undefined }, 'output.splitSizeMb: 100 → nothing'],
])('tells a change in words', (change, words) => {
  expect(changeInWords(change)).toBe(words);
});

it('tells an action in words', () => {
  expect(actionInWords('SIGN_IN_REFUSED')).toBe('Sign in refused');
});
