import { expect, it } from 'vitest';
import { ProblemError } from '../../api/http';
import { formErrors } from './form-errors';

it('puts what the server said at the fields of the form, and the rest above it', () => {
  const failure = new ProblemError(400, '', 'Bad', [
    { field: 'name', message: 'must not be empty' },
    { field: 'sources[0]', message: 'is not known' },
    { field: 'version', message: 'must not be sent' },
  ]);
  expect(formErrors(failure, ['name', 'sources'])).toEqual({
    atFields: { name: 'Must not be empty', sources: 'Is not known' },
    elsewhere: 'version must not be sent',
  });
});

it('tells what concerns no field as a whole', () => {
  expect(formErrors(new ProblemError(409, 'last-administrator', 'Nobody would be left'), ['role'])).toEqual({
    atFields: {},
    elsewhere: 'Nobody would be left',
  });
});
