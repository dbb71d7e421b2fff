import { Button, Stack, Text, Title } from '@mantine/core';
import type { Me } from '../../api/types';
import { useSignOut } from '../../layout/use-sign-out';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { PasswordFields } from './PasswordFields';
import { SignInFrame } from './SignInFrame';

/** Shown in place of every page until a password that was made for one is changed. */
export function NewPasswordPage({ me }: { me: Me }) {
  const words = texts.password;
  useTitle(words.title);
  const signOut = useSignOut();
  return (
    <SignInFrame
      below={
        <Button variant="subtle" onClick={() => void signOut()}>
          {texts.navigation.signOut}
        </Button>
      }
    >
      <Stack>
        <Title order={1} size="h3">
          {words.title}
        </Title>
        <Text size="sm">{words.why}</Text>
        <PasswordFields name={me.name} />
      </Stack>
    </SignInFrame>
  );
}
