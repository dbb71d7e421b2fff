import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../api/types';
import { aJob } from '../jobs.fixtures';
import { formOf, isComplete, type JobForm, newJobForm, requestOf } from './form';

const catalog: Catalog = {
  sources: [
    {
      source: 'CONTACT_HISTORY',
      label: 'Contact History',
      formats: ['JSON_LINES'],
      compressions: ['NONE'],
      types: [
        {
          type: 'INTERACTION',
          label: 'Interaction',
          dateColumns: ['startDate', 'endDate'],
          defaultDateColumn: 'startDate',
          entityTypes: [{ name: 'CHAT', label: 'Chat' }],
        },
        { type: 'CONTACT', label: 'Contact', dateColumns: ['modifieddate'], defaultDateColumn: 'modifieddate', entityTypes: null },
      ],
    },
  ],
};

function form(schedule: Partial<JobForm['schedule']>, others: Partial<JobForm> = {}): JobForm {
  const fresh = newJobForm(catalog);
  return { ...fresh, timeZone: 'Europe/Rome', ...others, schedule: { ...fresh.schedule, ...schedule } };
}

describe('the request made of a form', () => {
  // P24, P46
  it('takes all entity types and the first date column by default', () => {
    const request = requestOf(newJobForm(catalog), catalog);
    expect(request).toMatchObject({ source: 'CONTACT_HISTORY', type: 'INTERACTION', entityTypes: null, dateColumn: 'startDate' });
    expect(request.output).toEqual({ format: 'JSON_LINES', compression: 'NONE', splitSizeMb: null });
  });

  // P25
  it('sends an empty choice of entity types, so that the server refuses it at its field', () => {
    expect(requestOf(form({}, { allEntityTypes: false }), catalog).entityTypes).toEqual([]);
  });

  it('sends no entity types for a type that has none', () => {
    expect(requestOf(form({}, { type: 'CONTACT', allEntityTypes: false }), catalog).entityTypes).toBeNull();
  });

  it('carries only the fields of the chosen kind of schedule', () => {
    expect(requestOf(form({ kind: 'HOURLY', everyHours: 4, minute: 5 }), catalog).schedule).toEqual({ kind: 'HOURLY', everyHours: 4, minute: 5 });
    expect(requestOf(form({ kind: 'MONTHLY', dayOfMonth: 'LAST', at: '02:30' }), catalog).schedule).toEqual({
      kind: 'MONTHLY',
      dayOfMonth: 'LAST',
      at: '02:30',
    });
  });

  it('reads times in the zone of the job, on both sides of a clock change', () => {
    const start = (startAt: string) => requestOf(form({ kind: 'ONCE', immediately: false, startAt }), catalog).schedule['startAt'];
    expect(start('2026-10-24 10:00:00')).toBe('2026-10-24T08:00:00Z');
    expect(start('2026-10-26 10:00:00')).toBe('2026-10-26T09:00:00Z');
  });

  // P30, P32
  it('does not turn a missing start time into an immediate start', () => {
    expect(requestOf(form({ kind: 'ONCE', immediately: false, startAt: null }), catalog).schedule['startAt']).not.toBeNull();
  });

  // P52, P54
  it('gives back every setting of a job that nobody changed, those too that have no field', () => {
    const job = {
      ...aJob({
        type: 'CONTACT',
        schedule: { kind: 'ONCE', startAt: '2026-12-01T09:00:00Z' },
        timeZone: 'America/New_York',
        dateRange: { kind: 'FIXED', from: '2026-11-01T04:00:00Z', to: '2026-11-02T05:00:00Z' },
        dateColumn: 'modifieddate',
        output: { format: 'JSON_LINES', compression: 'NONE', splitSizeMb: 64, certificateId: 'certificate-1' },
        missedRuns: 'MERGED',
        overlap: 'SKIP',
        suspendAfterFailures: 3,
        retentionDays: 7,
      }),
      settingOfALaterVersion: { any: 'value' },
    };
    expect(requestOf(formOf(job, catalog), catalog)).toEqual(job);
  });

  it('keeps where the windows of a job since its last run start', () => {
    const dateRange = { kind: 'SINCE_LAST', from: '2026-11-01T04:00:00Z' } as const;
    expect(requestOf(formOf(aJob({ dateRange }), catalog), catalog).dateRange).toEqual(dateRange);
    expect(requestOf(formOf(aJob({ dateRange: { kind: 'SINCE_LAST', from: null } }), catalog), catalog).dateRange).toEqual({ kind: 'SINCE_LAST', from: null });
  });

  it.each([
    [{}, {}, true],
    [{ kind: 'ONCE', immediately: true }, {}, true],
    [{ kind: 'ONCE', immediately: false, startAt: null }, {}, false],
    [{ everyHours: '' }, {}, false],
    [{ kind: 'DAILY', at: '' }, {}, false],
    [{}, { allEntityTypes: false }, false],
    [{}, { dateRange: { kind: 'SINCE_LAST', from: null, to: null, amount: 1, unit: 'HOURS' } }, true],
    [{}, { dateRange: { kind: 'FIXED', from: '2026-11-01 00:00:00', to: null, amount: 1, unit: 'HOURS' } }, false],
  ] as [Partial<JobForm['schedule']>, Partial<JobForm>, boolean][])('with %o and %o is complete: %s', (schedule, others, complete) => {
    expect(isComplete(requestOf(form(schedule, others), catalog))).toBe(complete);
  });

  it('says never to suspend after failures where the field is empty', () => {
    expect(requestOf(form({}, { suspendAfterFailures: '' }), catalog).suspendAfterFailures).toBeNull();
    expect(requestOf(form({}, { suspendAfterFailures: 3 }), catalog).suspendAfterFailures).toBe(3);
  });
});
