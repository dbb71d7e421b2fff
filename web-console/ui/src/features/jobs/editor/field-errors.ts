import type { FieldProblem } from '../../../api/http';

/** Paths at which the editor has a field of its own. */
const FIELDS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'source',
  'type',
  'entityTypes',
  'schedule.kind',
  'schedule.startAt',
  'schedule.everyHours',
  'schedule.minute',
  'schedule.at',
  'schedule.dayOfWeek',
  'schedule.dayOfMonth',
  'schedule.shortMonths',
  'timeZone',
  'dateRange.kind',
  'dateRange.from',
  'dateRange.to',
  'dateRange.amount',
  'dateRange.unit',
  'dateColumn',
  'output.format',
  'output.compression',
  'output.splitSizeMb',
  'missedRuns',
  'overlap',
  'suspendAfterFailures',
  'retentionDays',
]);

/** The server's field problems by the name of the field that shows them; an item of a list belongs to the list. */
export function errorsByField(problems: readonly FieldProblem[]): {
  atFields: Record<string, string>;
  elsewhere: string | null;
} {
  const atFields: Record<string, string> = {};
  const others: string[] = [];
  for (const { field, message } of problems) {
    const name = field.replace(/\[\d+\].*$/, '');
    if (FIELDS.has(name)) {
      atFields[name] = name in atFields ? `${atFields[name] ?? ''}; ${message}` : sentence(message);
    } else {
      others.push(`${field} ${message}`.trim());
    }
  }
  return { atFields, elsewhere: others.length === 0 ? null : others.join('; ') };
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
