import type { Catalog, DateRange, DayOfWeek, ExportType, Job, JobSettings, MissedRuns, Overlap, RangeUnit, Schedule, ShortMonths } from '../../../api/types';
import { texts } from '../../../texts';
import { browserZone } from '../../../browser-zone';
import { fieldValueOf, instantOf } from '../../../time';

/** What the fields hold. Their names are the paths of the API, so that the server's field errors find them. */
export interface JobForm {
  title: string;
  description: string;
  source: string;
  type: string;
  allEntityTypes: boolean;
  entityTypes: string[];
  schedule: {
    kind: Schedule['kind'];
    immediately: boolean;
    startAt: string | null;
    everyHours: number | string;
    minute: number | string;
    at: string;
    dayOfWeek: DayOfWeek;
    dayOfMonth: string;
    shortMonths: ShortMonths;
  };
  timeZone: string;
  dateRange: {
    kind: DateRange['kind'];
    from: string | null;
    to: string | null;
    amount: number | string;
    unit: RangeUnit;
  };
  dateColumn: string;
  output: { format: string; compression: string; splitSizeMb: number | string };
  missedRuns: MissedRuns;
  overlap: Overlap;
  suspendAfterFailures: number | string;
  retentionDays: number | string;
  /** What it was filled from: settings that have no field here are saved as they came. */
  origin: Origin | null;
}

/** Settings that an editor can start from: a job's, or those that a run was issued with. */
export type Origin = Pick<
  Job,
  | 'title'
  | 'description'
  | 'source'
  | 'type'
  | 'entityTypes'
  | 'schedule'
  | 'timeZone'
  | 'dateRange'
  | 'dateColumn'
  | 'output'
  | 'missedRuns'
  | 'overlap'
  | 'suspendAfterFailures'
  | 'retentionDays'
>;

export const LAST_DAY = 'LAST';

export function exportTypeOf(catalog: Catalog, source: string, type: string): ExportType | undefined {
  return catalog.sources.find((each) => each.source === source)?.types.find((each) => each.type === type);
}

/** The form for a new job: the catalog's first source and type, hourly, the hour before. */
export function newJobForm(catalog: Catalog): JobForm {
  const source = catalog.sources[0];
  const type = source?.types[0];
  return {
    title: '',
    description: '',
    source: source?.source ?? '',
    type: type?.type ?? '',
    allEntityTypes: true,
    entityTypes: [],
    schedule: {
      kind: 'HOURLY',
      immediately: true,
      startAt: null,
      everyHours: 1,
      minute: 0,
      at: '02:00',
      dayOfWeek: 'MONDAY',
      dayOfMonth: '1',
      shortMonths: 'SKIP',
    },
    timeZone: browserZone(),
    dateRange: { kind: 'LAST', from: null, to: null, amount: 1, unit: 'HOURS' },
    dateColumn: type?.defaultDateColumn ?? '',
    output: { format: source?.formats[0] ?? '', compression: source?.compressions[0] ?? '', splitSizeMb: '' },
    missedRuns: 'EACH',
    overlap: 'WAIT',
    suspendAfterFailures: '',
    retentionDays: '',
    origin: null,
  };
}

/** The form of a job that exists, or of one to be made from it: every setting is the same. */
export function formOf(job: Origin, catalog: Catalog): JobForm {
  const form = newJobForm(catalog);
  return {
    ...form,
    title: job.title,
    description: job.description ?? '',
    source: job.source,
    type: job.type,
    allEntityTypes: job.entityTypes === null,
    entityTypes: job.entityTypes ?? [],
    schedule: { ...form.schedule, ...scheduleFields(job.schedule, job.timeZone) },
    timeZone: job.timeZone,
    dateRange: { ...form.dateRange, ...rangeFields(job.dateRange, job.timeZone) },
    dateColumn: job.dateColumn,
    output: { format: job.output.format, compression: job.output.compression, splitSizeMb: job.output.splitSizeMb ?? '' },
    missedRuns: job.missedRuns,
    overlap: job.overlap,
    suspendAfterFailures: job.suspendAfterFailures ?? '',
    retentionDays: job.retentionDays ?? '',
    origin: job,
  };
}

/** The form of a new job with the same settings: everything may be changed, and the original stays as it is (P52..P54). */
export function copyOf(job: Origin & { id?: string }, catalog: Catalog): JobForm {
  // Without the original's id: with it, the preview would go on from the original's windows.
  const origin = { ...job };
  delete origin.id;
  return { ...formOf(origin, catalog), title: texts.editor.cloneOf(job.title) };
}

/** A request that the service has accepted, or that is only shown: its fields are those of its kinds. */
export function asSettings(request: JobRequest): JobSettings {
  return request as unknown as JobSettings;
}

/** Settings as an answer has them, of those that a run was issued with. */
export function originOf(settings: JobSettings): Origin {
  const { schedule, dateRange, output = {} } = settings;
  return {
    ...settings,
    description: settings.description ?? null,
    entityTypes: settings.entityTypes ?? null,
    schedule: (schedule.kind === 'ONCE' ? { kind: schedule.kind, startAt: schedule.startAt ?? null } : schedule) as Schedule,
    timeZone: settings.timeZone ?? 'UTC',
    dateRange: dateRange.kind === 'SINCE_LAST' ? { kind: dateRange.kind, from: dateRange.from ?? null } : dateRange,
    dateColumn: settings.dateColumn ?? '',
    output: { format: '', compression: '', splitSizeMb: null, certificateId: null, ...output },
    missedRuns: settings.missedRuns ?? 'EACH',
    overlap: settings.overlap ?? 'WAIT',
    suspendAfterFailures: settings.suspendAfterFailures ?? null,
    retentionDays: settings.retentionDays ?? null,
  };
}

function scheduleFields(schedule: Schedule, zone: string): Partial<JobForm['schedule']> {
  switch (schedule.kind) {
    case 'ONCE':
      return {
        kind: schedule.kind,
        immediately: schedule.startAt === null,
        startAt: schedule.startAt === null ? null : fieldValueOf(schedule.startAt, zone),
      };
    case 'MONTHLY':
      return {
        kind: schedule.kind,
        at: schedule.at,
        dayOfMonth: `${schedule.dayOfMonth}`,
        ...('shortMonths' in schedule ? { shortMonths: schedule.shortMonths } : {}),
      };
    default:
      return schedule;
  }
}

function rangeFields(range: DateRange, zone: string): Partial<JobForm['dateRange']> {
  switch (range.kind) {
    case 'FIXED':
      return { kind: range.kind, from: fieldValueOf(range.from, zone), to: fieldValueOf(range.to, zone) };
    case 'SINCE_LAST':
      return { kind: range.kind, from: range.from === null ? null : fieldValueOf(range.from, zone) };
    default:
      return range;
  }
}

/** A request may lack what its field lacks: the server then names the field. */
export type JobRequest = Omit<JobSettings, 'schedule' | 'dateRange'> & {
  schedule: Record<string, unknown>;
  dateRange: Record<string, unknown>;
};

/** The form as the API takes it: only the fields of the chosen kinds, times in the job's own zone. */
export function requestOf(form: JobForm, catalog: Catalog): JobRequest {
  const type = exportTypeOf(catalog, form.source, form.type);
  return {
    // The service accepts what it answered, and does not use what is not a setting.
    ...form.origin,
    title: form.title,
    description: form.description.trim() === '' ? null : form.description,
    source: form.source,
    type: form.type,
    entityTypes: form.allEntityTypes || !type?.entityTypes ? null : form.entityTypes,
    schedule: scheduleOf(form),
    timeZone: form.timeZone,
    dateRange: dateRangeOf(form),
    dateColumn: form.dateColumn,
    output: { ...form.origin?.output, ...form.output, splitSizeMb: numberOf(form.output.splitSizeMb) },
    missedRuns: form.missedRuns,
    overlap: form.overlap,
    suspendAfterFailures: numberOf(form.suspendAfterFailures),
    retentionDays: numberOf(form.retentionDays),
  };
}

/** Whether all is there that the next runs depend on: before that there is nothing to ask the service. */
export function isComplete({ schedule, dateRange, entityTypes }: JobRequest): boolean {
  const missing = (value: unknown) => value === '' || Number.isNaN(value);
  const nullable = (kind: unknown) => kind === 'ONCE' || kind === 'SINCE_LAST';
  return (
    entityTypes?.length !== 0 &&
    [schedule, dateRange].every((part) => Object.values(part).every((value) => !missing(value) && (value !== null || nullable(part['kind']))))
  );
}

function scheduleOf({ schedule, timeZone }: JobForm): Record<string, unknown> {
  const { kind, at } = schedule;
  switch (kind) {
    case 'ONCE':
      return schedule.immediately ? { kind, startAt: null } : { kind, startAt: instant(schedule.startAt, timeZone) ?? '' };
    case 'HOURLY':
      return { kind, everyHours: numberOf(schedule.everyHours), minute: numberOf(schedule.minute) };
    case 'DAILY':
      return { kind, at };
    case 'WEEKLY':
      return { kind, dayOfWeek: schedule.dayOfWeek, at };
    case 'MONTHLY':
      return schedule.dayOfMonth === LAST_DAY
        ? { kind, dayOfMonth: LAST_DAY, at }
        : { kind, dayOfMonth: Number(schedule.dayOfMonth), shortMonths: schedule.shortMonths, at };
  }
}

function dateRangeOf({ dateRange, timeZone }: JobForm): Record<string, unknown> {
  const { kind } = dateRange;
  switch (kind) {
    case 'ALL':
      return { kind };
    case 'FIXED':
      return { kind, from: instant(dateRange.from, timeZone), to: instant(dateRange.to, timeZone) };
    case 'LAST':
      return { kind, amount: numberOf(dateRange.amount), unit: dateRange.unit };
    case 'SINCE_LAST':
      return { kind, from: instant(dateRange.from, timeZone) };
  }
}

function instant(fieldValue: string | null, zone: string): string | null {
  return fieldValue === null ? null : instantOf(fieldValue, zone);
}

function numberOf(field: number | string): number | null {
  return field === '' ? null : Number(field);
}
