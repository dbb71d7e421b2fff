import { texts } from '../../texts';
import type { AuditLine } from './types';

/** One change in words: the field, what it was, what it became. */
export function changeInWords({ field, from, to }: AuditLine['changes'][number]): string {
  return `${field}: ${texts.administration.audit.change(valueInWords(from), valueInWords(to))}`;
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) {
    return texts.administration.audit.nothing;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** UPPER_SNAKE as the log has it, in words: JOB_CREATED, Job created. */
export function actionInWords(action: string): string {
  const words = action.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
