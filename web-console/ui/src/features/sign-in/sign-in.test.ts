import { describe, expect, it } from 'vitest';
import type { Me } from '../../api/types';
import { mayOf } from './may';
import { passwordProblems } from './password-problems';

function me(changes: Partial<Me>): Me {
  return { name: 'ann', roles: ['VIEWER'], sources: null, administrator: false, passwordChangeRequired: false, signedInBy: 'PASSWORD', sessionEndsAt: null, ...changes };
}

// P85
describe('what one may do', () => {
  it.each([
    [me({ roles: ['VIEWER'] }), { export: false, administer: false }],
    [me({ roles: ['EXPORTER'] }), { export: true, administer: false }],
    [me({ roles: ['ADMIN'], sources: ['CONTACT_HISTORY'] }), { export: true, administer: false }],
    [me({ roles: ['ADMIN'], administrator: true }), { export: true, administer: true }],
    [null, { export: false, administer: false }],
  ])('%o', (caller, may) => {
    expect(mayOf(caller)).toEqual(may);
  });
});

describe('a new password', () => {
  it('is long enough and typed twice alike', () => {
    expect(passwordProblems('correct horse', 'correct horse')).toEqual({});
  });

  it('names each field that is wrong', () => {
    expect(passwordProblems('short', 'other')).toEqual({
      newPassword: 'Must have 12 characters or more',
      again: 'The two are not the same',
    });
  });
});
