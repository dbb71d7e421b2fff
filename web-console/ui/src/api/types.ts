import type { components as HistoryDocument } from './generated/history-service';
import type { components as SchedulerDocument } from './generated/scheduler-service';
import type { components as ConsoleDocument } from './generated/web-console';

/**
 * The shapes of the REST contract that the console uses, all of them made from the OpenAPI documents of the services: a name
 * that a service gives up does not compile here.
 */
type Scheduler = SchedulerDocument['schemas'];
type History = HistoryDocument['schemas'];
type Console = ConsoleDocument['schemas'];

/** An answer has every field: null where there is nothing to tell, but for the fields that always have a value. */
export type Answer<T, Always extends keyof T> = { [K in Always]-?: NonNullable<T[K]> } & {
  [K in Exclude<keyof T, Always>]-?: Exclude<T[K], undefined> | null;
};

/** The same for each shape of a union whose optional fields the service fills in. */
type Filled<T> = T extends unknown ? Required<T> : never;

export type Me = Console['MeView'];
export type Role = Me['roles'][number];
/** How one signs in here. */
export type Way = Console['SignInView'];
/** A person who signs in with a password kept here. */
export type User = Console['UserView'];
/** An answer with a password that is shown this once. */
export type UserWithPassword = Console['NewPasswordView'];
/** A personal access token, without its secret. */
export type Token = Console['TokenView'];
export type TokenWithSecret = Console['NewTokenView'];

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type EntityType = Scheduler['EntityTypeView'];
export type ExportType = Omit<Scheduler['TypeView'], 'entityTypes'> & {
  /** null when the type cannot be narrowed to entity types */
  entityTypes: EntityType[] | null;
};
export type Source = Omit<Scheduler['SourceView'], 'types'> & { types: ExportType[] };
export interface Catalog {
  sources: Source[];
}

export type Schedule = Filled<Scheduler['Schedule']>;
export type DayOfWeek = Scheduler['Weekly']['dayOfWeek'];
export type ShortMonths = NonNullable<Scheduler['MonthlyOnADay']['shortMonths']>;
export type DateRange = Filled<Scheduler['DateRange']>;
export type RangeUnit = Scheduler['LastUnits']['unit'];
export type Output = Answer<Scheduler['Output'], 'format' | 'compression'>;

/** What a person settles, as the API takes it. */
export type JobSettings = Scheduler['JobSettings'];
export type MissedRuns = Scheduler['Job']['missedRuns'];
export type Overlap = Scheduler['Job']['overlap'];
export type RunStatus = Scheduler['LastRun']['status'];
export type LastRun = Scheduler['LastRun'];

export type Job = Omit<Scheduler['Job'], 'schedule' | 'dateRange' | 'output' | 'lastRun'> & {
  schedule: Schedule;
  dateRange: DateRange;
  output: Output;
  lastRun: LastRun | null;
};

export type Window = Scheduler['Window'];
export type Preview = Scheduler['Preview'];
export type BulkResult = Omit<Scheduler['BulkResult'], 'results'> & {
  results: (Omit<Scheduler['JobResult'], 'problem'> & { problem: Scheduler['JobProblem'] | null })[];
};
export type RunSettings = Scheduler['RunSettings'];
export type Backfill = Scheduler['Backfill'];

/** What a suspended job would have to catch up with. */
export type MissedFireTimes = Omit<Scheduler['MissedFireTimes'], 'latest' | 'merged'> & {
  /** null when nothing was missed */
  latest: Window | null;
  merged: Window | null;
};

export type Progress = Answer<History['ProgressView'], 'rows' | 'bytes' | 'asOf'>;
export type Eta = Answer<History['EtaView'], 'at' | 'earliest' | 'latest'>;
export type Failure = Answer<History['FailureView'], 'kind' | 'message' | 'retryable'>;
export type Work = Answer<History['WorkView'], 'seconds' | 'least' | 'most'>;
type RunAnswer = Answer<History['RunView'], 'id' | 'jobId' | 'status' | 'requestedAt'>;
type RunParts = 'progress' | 'eta' | 'failure' | 'window' | 'expectedWork';

/** Null, in a run, is also what was settled when it was issued while only later news of it has arrived. */
export type Run = Omit<RunAnswer, RunParts> & {
  progress: Progress | null;
  eta: Eta | null;
  failure: Failure | null;
  window: Window | null;
  expectedWork: Work | null;
};

export type Artifact = Answer<History['ArtifactView'], 'id' | 'runId' | 'jobId' | 'kind' | 'name' | 'bytes' | 'createdAt'>;
export type Deletion = Answer<History['DeletionView'], 'deleted' | 'missing'>;
export type EtaQuality = Answer<History['EtaQualityView'], 'runs' | 'inWords'>;

export type Webhook = Answer<History['WebhookView'], 'id' | 'url' | 'eventTypes' | 'enabled' | 'createdAt' | 'updatedAt' | 'createdBy' | 'version'>;
export type Delivery = Omit<Answer<History['DeliveryView'], 'id' | 'state' | 'attempts' | 'queuedAt' | 'eventType' | 'runId'>, 'log'> & {
  /** null in lists */
  log: DeliveryAttempt[] | null;
};
export interface DeliveryAttempt {
  startedAt: string;
  durationMillis: number;
  status: number | null;
  error: string | null;
}
export type Replay = Answer<History['ReplayView'], 'id' | 'events'>;
type AuditChange = Omit<Answer<History['AuditChangeView'], 'field'>, 'from' | 'to'> & { from: unknown; to: unknown };
/** A line of the audit log; its address is the network address that the call came from. */
export type AuditLine = Omit<Answer<History['AuditView'], 'id' | 'at' | 'actor' | 'action'>, 'subject' | 'changes'> & {
  subject: Answer<History['AuditSubjectView'], 'kind' | 'id'>;
  changes: AuditChange[];
};
