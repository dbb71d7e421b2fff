import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAhead, takeAnswer } from './ahead';
import { http } from './http';

const fetched = vi.fn((path: string) => Promise.resolve(new Response(JSON.stringify({ path, call: fetched.mock.calls.length }))));

beforeEach(() => {
  fetched.mockClear();
  vi.stubGlobal('fetch', fetched);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what was asked ahead', () => {
  it('is not asked again by the first who reads it, and is by the next', async () => {
    await askAhead('/api/v1/jobs');
    expect((await http.get('/api/v1/jobs')).body).toEqual({ path: '/api/v1/jobs', call: 1 });
    expect((await http.get('/api/v1/jobs')).body).toEqual({ path: '/api/v1/jobs', call: 2 });
  });

  it('is of no use to those who read something else', () => {
    void askAhead('/api/v1/jobs?limit=50');
    expect(takeAnswer('/api/v1/jobs')).toBeUndefined();
  });

  it('is forgotten when nobody reads it for long', () => {
    void askAhead('/api/v1/jobs');
    vi.advanceTimersByTime(10_000);
    expect(takeAnswer('/api/v1/jobs')).toBeUndefined();
  });

  it('fails for the reader as it would without', async () => {
    fetched.mockRejectedValueOnce(new TypeError('no network'));
    const asked = askAhead('/api/v1/jobs');
    await expect(http.get('/api/v1/jobs')).rejects.toMatchObject({ status: 0, type: 'unreachable' });
    await expect(asked).rejects.toThrow('no network');
  });
});
