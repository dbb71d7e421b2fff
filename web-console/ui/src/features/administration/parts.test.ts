import { expect, it } from 'vitest';
import lock from '../../../package-lock.json';
import { PARTS } from './parts';

const installed = lock.packages as Record<string, { version?: string; license?: string }>;

it.each(PARTS)('$name is told with the version and the licence that its package has', ({ name, version, licence }) => {
  const told = installed[`node_modules/${name}`];
  expect({ version, licence: licence === 'SIL OFL 1.1' ? 'OFL-1.1' : licence }).toEqual({ version: told?.version, licence: told?.license });
});
