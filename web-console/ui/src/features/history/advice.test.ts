import { expect, it } from 'vitest';
import { adviceFor } from './advice';

it('says what to do about each kind of failure', () => {
  const advice = adviceFor({ status: 'FAILED', failure: { kind: 'STORE_FULL', message: 'No space left on device', retryable: true } });
  expect(advice).toEqual({
    title: 'Why this run failed',
    cause: 'The artifact store is full',
    message: 'No space left on device',
    what: 'Delete artifacts that are not needed, or make room in the store. Then run again.',
  });
});

it.each([
  [true, 'Run again: the cause may be gone.'],
  [false, 'Mend the cause first; running again does not help before.'],
])('knows what to say of a kind that it does not know (retryable: %s)', (retryable, what) => {
  const advice = adviceFor({ status: 'FAILED', failure: { kind: 'SOMETHING_NEW', message: 'Oh', retryable } });
  expect(advice).toMatchObject({ cause: null, message: 'Oh', what });
});

it('tells apart what was skipped, cancelled and failed', () => {
  const failure = { kind: 'SKIPPED', message: 'The run before it goes on', retryable: false };
  expect(adviceFor({ status: 'SKIPPED', failure })?.title).toBe('Why there was no run');
  expect(adviceFor({ status: 'CANCELLED', failure: { ...failure, kind: 'CANCELLED' } })?.title).toBe('This run was cancelled');
  expect(adviceFor({ status: 'COMPLETED', failure: null })).toBeNull();
});
