/** The shapes of the REST contract that the console uses. */

export type Role = 'VIEWER' | 'EXPORTER' | 'ADMIN';

export interface Me {
  name: string;
  roles: Role[];
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface EntityType {
  name: string;
  label: string;
}

export interface ExportType {
  type: string;
  label: string;
  dateColumns: string[];
  defaultDateColumn: string;
  /** null when the type cannot be narrowed to entity types */
  entityTypes: EntityType[] | null;
}

export interface Source {
  source: string;
  label: string;
  formats: string[];
  compressions: string[];
  types: ExportType[];
}

export interface Catalog {
  sources: Source[];
}

export type DayOfWeek = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';
export type ShortMonths = 'SKIP' | 'LAST_DAY';

export type Schedule =
  | { kind: 'ONCE'; startAt: string | null }
  | { kind: 'HOURLY'; everyHours: number; minute: number }
  | { kind: 'DAILY'; at: string }
  | { kind: 'WEEKLY'; dayOfWeek: DayOfWeek; at: string }
  | { kind: 'MONTHLY'; dayOfMonth: number; shortMonths: ShortMonths; at: string }
  | { kind: 'MONTHLY'; dayOfMonth: 'LAST'; at: string };

export type RangeUnit = 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS';

export type DateRange =
  | { kind: 'ALL' }
  | { kind: 'FIXED'; from: string; to: string }
  | { kind: 'LAST'; amount: number; unit: RangeUnit };

/** What a person settles; what the service adds is in {@link Job}. */
export interface JobSettings {
  title: string;
  description: string | null;
  source: string;
  type: string;
  entityTypes: string[] | null;
  schedule: Schedule;
  timeZone: string;
  dateRange: DateRange;
  dateColumn: string;
  output: { format: string; compression: string; splitSizeMb: number | null };
}

export type MissedRuns = 'EACH' | 'LATEST' | 'MERGED' | 'NONE';
export type RunStatus = 'REQUESTED' | 'PLANNED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'SKIPPED';

export interface LastRun {
  runId: string;
  status: RunStatus;
  at: string;
}

export interface Job extends JobSettings {
  id: string;
  version: number;
  missedRuns: MissedRuns;
  overlap: 'WAIT' | 'SKIP';
  /** failed runs in a row after which the job is suspended; null for never */
  suspendAfterFailures?: number | null;
  state: 'ACTIVE' | 'SUSPENDED';
  resumable: boolean;
  editable: boolean;
  nextFireTime: string | null;
  lastRun: LastRun | null;
}

export interface Window {
  from: string | null;
  to: string | null;
}

export interface Preview {
  fireTimes: { at: string; local: string; window: Window }[];
  notes: string[];
}

export interface Progress {
  /** 0..1; null or absent while it is unknown */
  fraction: number | null;
  rows: number;
  bytes: number;
  asOf: string;
}

export interface Eta {
  at: string;
  earliest: string;
  latest: string;
}

export interface Run {
  id: string;
  jobId: string;
  /** null, like what else was settled when the run was issued, while only later news of it has arrived */
  jobTitle: string | null;
  source: string | null;
  type: string | null;
  trigger: 'SCHEDULE' | 'MANUAL' | 'BACKFILL' | 'RETRY' | null;
  status: RunStatus;
  phase: string | null;
  fireTime: string | null;
  window: Window | null;
  requestedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  progress: Progress | null;
  eta: Eta | null;
  etaUnknownBecause: string | null;
  files: number | null;
  failure: { kind: string; message: string; retryable: boolean } | null;
}

export interface Artifact {
  id: string;
  runId: string;
  name: string;
  bytes: number;
}
