import type { Job } from '../../api/types';

export function aJob(changes: Partial<Job> = {}): Job {
  return {
    id: 'job-1',
    version: 1,
    title: 'Interactions, hourly',
    description: null,
    source: 'CONTACT_HISTORY',
    type: 'INTERACTION',
    entityTypes: null,
    schedule: { kind: 'HOURLY', everyHours: 1, minute: 5 },
    timeZone: 'Europe/Rome',
    dateRange: { kind: 'LAST', amount: 1, unit: 'HOURS' },
    dateColumn: 'startDate',
    output: { format: 'JSON_LINES', compression: 'NONE', splitSizeMb: null, certificateId: null },
    missedRuns: 'EACH',
    overlap: 'WAIT',
    suspendAfterFailures: null,
    retentionDays: null,
    suspendedReason: null,
    state: 'ACTIVE',
    resumable: true,
    editable: true,
    nextFireTime: null,
    lastRun: null,
    changes: [],
    createdBy: 'admin',
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    ...changes,
  };
}
