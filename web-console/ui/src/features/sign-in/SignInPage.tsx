import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { http, ProblemError } from '../../api/http';
import { keys, useMe } from '../../api/queries';
import type { Way } from '../../api/types';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { span } from '../runs/eta';
import { SignInFrame } from './SignInFrame';
import { targetOf } from './target';

export function SignInPage() {
  useTitle(texts.signIn.title);
  const me = useMe();
  const location = useLocation();
  const way = useWay();
  if (me.data) {
    return <Navigate to={targetOf(location.state)} replace />;
  }
  const providerAt = way?.mode === 'OIDC' ? way.location : null;
  return (
    <SignInFrame
      below={
        providerAt === null && (
          <Text size="sm" c="dimmed" ta="center">
            {texts.signIn.hint}
          </Text>
        )
      }
    >
      {providerAt === null ? <PasswordForm /> : <ProviderLink location={providerAt} target={targetOf(location.state)} />}
    </SignInFrame>
  );
}

function useWay(): Way | undefined {
  return useQuery({
    queryKey: ['way-in'],
    queryFn: async ({ signal }) => (await http.get<Way>('/api/v1/sign-in', { signal })).body,
    staleTime: Infinity,
    retry: false,
  }).data;
}

function PasswordForm() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await http.submit('/sign-in', { username: text(fields, 'username'), password: text(fields, 'password') });
      await queries.invalidateQueries({ queryKey: keys.me });
    } catch (problem) {
      setFailure(messageOf(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Title order={1} size="h3">
          {texts.signIn.title}
        </Title>
        {failure !== null && <Refused message={failure} />}
        <TextInput name="username" label={texts.signIn.user} autoComplete="username" autoFocus required withAsterisk={false} />
        <PasswordInput
          name="password"
          label={texts.signIn.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={busy}>
          {texts.signIn.submit}
        </Button>
      </Stack>
    </form>
  );
}

function ProviderLink({ location, target }: { location: string; target: string }) {
  const [address] = useSearchParams();
  return (
    <Stack>
      <Title order={1} size="h3">
        {texts.signIn.title}
      </Title>
      {address.get('error') !== null && <Refused message={texts.signIn.providerFailed} />}
      <Button component="a" href={`${location}?returnTo=${encodeURIComponent(target)}`}>
        {texts.signIn.withProvider}
      </Button>
    </Stack>
  );
}

function Refused({ message }: { message: string }) {
  return (
    <Alert role="alert" color="red" variant="outline">
      {message}
    </Alert>
  );
}

function text(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

function messageOf(problem: unknown): string {
  if (problem instanceof ProblemError && problem.status === 401) {
    return texts.signIn.wrong;
  }
  if (problem instanceof ProblemError && problem.status === 429) {
    return problem.retryAfter === null ? problem.message : texts.signIn.throttled(span(problem.retryAfter * 1000));
  }
  return problem instanceof Error ? problem.message : texts.signIn.failed;
}
