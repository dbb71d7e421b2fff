import { Alert, Button, Center, Group, Image, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { http, ProblemError } from '../../api/http';
import { keys, useMe } from '../../api/queries';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { targetOf } from './target';

export function SignInPage() {
  useTitle(texts.signIn.title);
  const me = useMe();
  const queries = useQueryClient();
  const location = useLocation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  if (me.data) {
    return <Navigate to={targetOf(location.state)} replace />;
  }

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
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400}>
        <Group justify="center">
          <Image src="/longshore.svg" alt="" w={44} h={44} />
          <div>
            <Text fw={600} size="xl">
              {texts.product}
            </Text>
            <Text size="sm" c="dimmed">
              {texts.tagline}
            </Text>
          </div>
        </Group>
        <Paper withBorder p="xl" shadow="sm">
          <form onSubmit={(event) => void submit(event)}>
            <Stack>
              <Title order={1} size="h3">
                {texts.signIn.title}
              </Title>
              {failure !== null && (
                <Alert role="alert" color="red" variant="outline">
                  {failure}
                </Alert>
              )}
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
        </Paper>
        <Text size="sm" c="dimmed" ta="center">
          {texts.signIn.hint}
        </Text>
      </Stack>
    </Center>
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
  return problem instanceof Error ? problem.message : texts.signIn.failed;
}
