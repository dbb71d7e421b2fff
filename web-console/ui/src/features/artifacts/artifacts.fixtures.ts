import type { Artifact } from '../../api/types';

export function anArtifact(changes: Partial<Artifact> = {}): Artifact {
  return {
    id: 'artifact-1',
    runId: 'run-1',
    jobId: 'job-1',
    jobTitle: 'Interactions, hourly',
    source: 'CONTACT_HISTORY',
    type: 'INTERACTION',
    kind: 'FILE',
    name: 'interactions-hourly-interaction-20261123T140000Z.jsonl',
    part: 1,
    parts: 1,
    mediaType: 'application/x-ndjson',
    rows: 1200,
    bytes: 290_000,
    sha256: '00',
    createdAt: '2026-11-23T14:02:00Z',
    expiresAt: '2026-12-23T14:02:00Z',
    remainingDays: 30,
    ...changes,
  };
}
