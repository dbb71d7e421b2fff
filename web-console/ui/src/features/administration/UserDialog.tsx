import { Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, ProblemError } from '../../api/http';
import type { Role } from '../../api/types';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { FormDialog } from './FormDialog';
import { formErrors, NO_ERRORS } from './form-errors';
import { adminKeys } from './queries';
import { RoleFields } from './RoleFields';
import type { User, UserWithPassword } from './types';

interface Props {
  /** null for a new one */
  user: User | null;
  onCreated: (created: UserWithPassword) => void;
  onClose: () => void;
}

/** Adds a user, or changes what one may do. */
export function UserDialog({ user, onCreated, onClose }: Props) {
  const words = texts.administration.users;
  const queries = useQueryClient();
  const [name, setName] = useState(user?.name ?? '');
  const [rights, setRights] = useState<{ role: Role; sources: string[] | null }>({ role: user?.role ?? 'VIEWER', sources: user?.sources ?? null });
  const [enabled, setEnabled] = useState(user?.enabled ?? true);
  const save = useMutation({
    mutationFn: async () => {
      if (user === null) {
        return (await http.post<UserWithPassword>('/api/v1/users', { name: name.trim(), ...rights })).body;
      }
      await http.put(`/api/v1/users/${encodeURIComponent(user.name)}`, { ...rights, enabled }, `"${user.version}"`);
      return null;
    },
    onSuccess: (created) => {
      if (created === null) {
        report.done(words.saved(name));
      } else {
        onCreated(created);
      }
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: adminKeys.users }),
  });
  const errors = save.error === null ? NO_ERRORS : formErrors(save.error, ['name', 'role', 'sources']);
  const stale = save.error instanceof ProblemError && save.error.status === 412;
  return (
    <FormDialog
      title={user === null ? words.addTitle : words.editTitle(user.name)}
      submit={user === null ? words.create : words.save}
      busy={save.isPending}
      failure={stale ? words.conflict : errors.elsewhere}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {user === null && (
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
      )}
      <RoleFields {...rights} errors={errors.atFields} onChange={(changes) => setRights((present) => ({ ...present, ...changes }))} />
      {user !== null && (
        <Switch
          label={words.mayLogIn}
          description={words.mayLogInHint}
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
