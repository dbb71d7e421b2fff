import { texts } from '../../texts';

/** What is wrong, by field; what belongs to no field is elsewhere. */
export interface PasswordProblems {
  currentPassword?: string;
  newPassword?: string;
  again?: string;
  elsewhere?: string;
}

const LEAST = 12;

/** What can be seen before the server is asked. */
export function passwordProblems(next: string, again: string): PasswordProblems {
  return {
    ...(next.length < LEAST ? { newPassword: texts.password.tooShort } : {}),
    ...(next === again ? {} : { again: texts.password.differs }),
  };
}
