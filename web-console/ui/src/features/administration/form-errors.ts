import { ProblemError } from '../../api/http';

/** What the server said about a form: by the first part of a field's path, and what belongs to none of the form's fields. */
export interface FormErrors {
  atFields: Record<string, string>;
  elsewhere: string | null;
}

export const NO_ERRORS: FormErrors = { atFields: {}, elsewhere: null };

export function formErrors(failure: unknown, fields: readonly string[]): FormErrors {
  if (!(failure instanceof ProblemError) || failure.fields.length === 0) {
    return { atFields: {}, elsewhere: failure instanceof Error ? failure.message : String(failure) };
  }
  const atFields: Record<string, string> = {};
  const others: string[] = [];
  for (const { field, message } of failure.fields) {
    const name = field.replace(/[.[].*$/, '');
    if (fields.includes(name)) {
      atFields[name] = message.charAt(0).toUpperCase() + message.slice(1);
    } else {
      others.push(`${field} ${message}`.trim());
    }
  }
  return { atFields, elsewhere: others.length === 0 ? null : others.join('; ') };
}
