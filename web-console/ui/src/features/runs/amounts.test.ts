import { expect, it } from 'vitest';
import { size } from './amounts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_400, '999 kB'],
  [999_600, '1.0 MB'],
  [67_108_864, '67.1 MB'],
  [2_900_000_000, '2.9 GB'],
])('%d bytes read %s', (bytes, words) => {
  expect(size(bytes)).toBe(words);
});
