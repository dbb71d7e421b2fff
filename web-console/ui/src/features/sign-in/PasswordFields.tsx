import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { http, ProblemError } from '../../api/http';
import { keys } from '../../api/queries';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { passwordProblems, type PasswordProblems } from './password-problems';

/** Changes one's own password. The name goes along so that the browser's password store knows whose it is. */
export function PasswordFields({ name }: { name: string }) {
  const words = texts.password;
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<PasswordProblems>({});
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const value = (field: string) => fields.get(field) as string;
    const found = passwordProblems(value('newPassword'), value('again'));
    setProblems(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    setBusy(true);
    try {
      await http.post('/api/v1/me/password', { currentPassword: value('currentPassword'), newPassword: value('newPassword') });
      form.reset();
      report.done(words.changed);
      await queries.invalidateQueries({ queryKey: keys.me });
    } catch (failure) {
      setProblems(problemsOf(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {problems.elsewhere !== undefined && (
          <Alert role="alert" color="red" variant="outline" title={words.failed}>
            {problems.elsewhere}
          </Alert>
        )}
        <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
        <PasswordInput name="currentPassword" label={words.current} autoComplete="current-password" required {...refusal(problems.currentPassword)} />
        <PasswordInput name="newPassword" label={words.next} description={words.nextHint} autoComplete="new-password" required {...refusal(problems.newPassword)} />
        <PasswordInput name="again" label={words.again} autoComplete="new-password" required {...refusal(problems.again)} />
        <Button type="submit" loading={busy}>
          {words.submit}
        </Button>
      </Stack>
    </form>
  );
}

/** The library marks the wrong field for the eye alone. */
function refusal(message: string | undefined) {
  return { error: message, 'aria-invalid': message !== undefined };
}

function problemsOf(failure: unknown): PasswordProblems {
  if (failure instanceof ProblemError && failure.fields.length > 0) {
    return Object.fromEntries(failure.fields.map(({ field, message }) => [field, message]));
  }
  return { elsewhere: failure instanceof Error ? failure.message : texts.password.failed };
}
