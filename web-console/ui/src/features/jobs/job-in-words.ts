import type { DateRange, Job } from '../../api/types';
import { texts } from '../../texts';
import { instantIn } from '../../time';
import type { Origin } from './editor/form';
import { scheduleInWords } from './schedule-in-words';

/** What a job will do, in one sentence: when, in which zone, and which data. */
export function jobInWords(job: Pick<Job, 'schedule' | 'timeZone' | 'dateRange'>): string {
  return texts.jobs.words.sentence(scheduleInWords(job.schedule, job.timeZone), job.timeZone, rangeInWords(job.dateRange, job.timeZone));
}

/** Which data a run takes. */
export function rangeInWords(range: DateRange, zone: string): string {
  const words = texts.jobs.words;
  switch (range.kind) {
    case 'ALL':
      return words.all;
    case 'FIXED':
      return words.fixed(instantIn(range.from, zone), instantIn(range.to, zone));
    case 'LAST':
      return words.last(range.amount, words.units[range.unit](range.amount));
    case 'SINCE_LAST':
      return words.sinceLast;
  }
}

/** Each setting with its name, in words: what two versions of a job are compared by. */
export function settingsInWords(job: Origin): { name: string; value: string }[] {
  const { editor, dash } = texts;
  const { output } = job;
  return [
    { name: editor.title, value: job.title },
    { name: editor.description, value: job.description ?? dash },
    { name: editor.source, value: job.source },
    { name: editor.type, value: job.type },
    { name: editor.entityTypes, value: job.entityTypes === null ? editor.allEntityTypes : job.entityTypes.join(', ') },
    { name: editor.when, value: scheduleInWords(job.schedule, job.timeZone) },
    { name: editor.timeZone, value: job.timeZone },
    { name: editor.dateRange, value: rangeInWords(job.dateRange, job.timeZone) },
    { name: editor.dateColumn, value: job.dateColumn },
    { name: editor.format, value: `${output.format}, ${output.compression}` },
    { name: editor.splitSize, value: output.splitSizeMb === null ? dash : `${output.splitSizeMb}` },
    { name: editor.retentionDays, value: job.retentionDays === null ? dash : `${job.retentionDays}` },
    { name: editor.missedRuns, value: texts.jobs.resume.choices[job.missedRuns] },
    { name: editor.overlap, value: editor.overlaps[job.overlap] },
    { name: editor.suspendAfterFailures, value: job.suspendAfterFailures === null ? texts.never : `${job.suspendAfterFailures}` },
  ];
}

/** The settings in which two versions differ. */
export function differences(mine: Origin, theirs: Origin): { name: string; mine: string; theirs: string }[] {
  const others = settingsInWords(theirs);
  return settingsInWords(mine).flatMap(({ name, value }, place) => {
    const other = others[place]?.value ?? '';
    return value === other ? [] : [{ name, mine: value, theirs: other }];
  });
}
