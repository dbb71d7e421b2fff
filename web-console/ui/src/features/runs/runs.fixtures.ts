import type { Run } from '../../api/types';

export function aRun(changes: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    jobId: 'job-1',
    jobTitle: 'Interactions, hourly',
    source: 'CONTACT_HISTORY',
    type: 'INTERACTION',
    trigger: 'SCHEDULE',
    status: 'RUNNING',
    phase: 'EXPORTING',
    fireTime: '2026-11-23T14:00:00Z',
    window: { from: '2026-11-23T13:00:00Z', to: '2026-11-23T14:00:00Z' },
    requestedAt: '2026-11-23T14:00:00Z',
    startedAt: '2026-11-23T14:00:01Z',
    endedAt: null,
    progress: { fraction: 0.42, rows: 1200, bytes: 290000, chunksDone: 5, chunksTotal: 12, asOf: '2026-11-23T14:01:00Z' },
    eta: null,
    etaUnknownBecause: null,
    files: null,
    failure: null,
    expectedWork: null,
    manifestSha256: null,
    expiresAt: null,
    requestedBy: null,
    closedThrough: null,
    windowWarning: null,
    fileName: null,
    storedBytes: null,
    ...changes,
  };
}
