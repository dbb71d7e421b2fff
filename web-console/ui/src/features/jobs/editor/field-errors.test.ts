import { expect, it } from 'vitest';
import { errorsByField } from './field-errors';

it('puts each problem at its field, and an item of a list at the list', () => {
  const { atFields, elsewhere } = errorsByField([
    { field: 'schedule.everyHours', message: 'must be between 1 and 23' },
    { field: 'entityTypes[2]', message: 'is not known' },
  ]);
  expect(atFields).toEqual({ 'schedule.everyHours': 'Must be between 1 and 23', entityTypes: 'Is not known' });
  expect(elsewhere).toBeNull();
});

it('keeps what has no field, with its name', () => {
  expect(errorsByField([{ field: 'output.certificateId', message: 'is not known' }]).elsewhere).toBe('output.certificateId is not known');
});

it('joins several problems of one field', () => {
  const both = errorsByField([
    { field: 'title', message: 'is missing' },
    { field: 'title', message: 'must have 1 to 200 characters' },
  ]);
  expect(both.atFields['title']).toBe('Is missing; must have 1 to 200 characters');
});
