import { NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../api/http';
import { useMe } from '../../api/queries';
import type { Role } from '../../api/types';
import { texts } from '../../texts';
import { FormDialog } from './FormDialog';
import { formErrors, NO_ERRORS } from './form-errors';
import { adminKeys } from './queries';
import { RoleFields } from './RoleFields';
import type { TokenWithSecret } from './types';

/** Makes a token of one's own, no wider than oneself. */
export function TokenDialog({ onCreated, onClose }: { onCreated: (made: TokenWithSecret) => void; onClose: () => void }) {
  const words = texts.administration.tokens;
  const me = useMe().data;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState<number | string>(90);
  const [rights, setRights] = useState<{ role: Role; sources: string[] | null }>({ role: 'VIEWER', sources: null });
  const create = useMutation({
    mutationFn: async () =>
      (await http.post<TokenWithSecret>('/api/v1/tokens', { name: name.trim(), ...rights, expiresInDays: days === '' ? null : Number(days) })).body,
    onSuccess: (made) => {
      onCreated(made);
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: adminKeys.tokens }),
  });
  const errors = create.error === null ? NO_ERRORS : formErrors(create.error, ['name', 'role', 'sources', 'expiresInDays']);
  return (
    <FormDialog
      title={words.addTitle}
      submit={words.create}
      busy={create.isPending}
      failure={errors.elsewhere}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      <TextInput
        name="name"
        label={words.name}
        description={words.nameHint}
        required
        autoComplete="off"
        data-autofocus
        value={name}
        error={errors.atFields['name']}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleFields
        {...rights}
        most={me?.roles[0] ?? 'VIEWER'}
        among={me?.sources ?? null}
        errors={errors.atFields}
        onChange={(changes) => setRights((present) => ({ ...present, ...changes }))}
      />
      <NumberInput
        name="expiresInDays"
        label={words.days}
        description={words.daysHint}
        allowDecimal={false}
        value={days}
        error={errors.atFields['expiresInDays']}
        onChange={setDays}
      />
    </FormDialog>
  );
}
