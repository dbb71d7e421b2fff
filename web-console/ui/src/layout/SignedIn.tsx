import { Center, Loader } from '@mantine/core';
import { useMemo } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useMe } from '../api/queries';
import { LiveRunsProvider } from '../features/runs/live-runs';
import { mayOf, RightsProvider } from '../features/sign-in/may';
import { NewPasswordPage } from '../features/sign-in/NewPasswordPage';
import { texts } from '../texts';
import { AppFrame } from './AppFrame';
import { FailureNote } from './FailureNote';

/** Everything behind the sign-in; comes back to where one wanted to go. */
export function SignedIn() {
  const me = useMe();
  const location = useLocation();
  const rights = useMemo(() => mayOf(me.data), [me.data]);
  if (me.isPending) {
    return (
      <Center h="100vh">
        <Loader aria-label={texts.loading} />
      </Center>
    );
  }
  if (me.isError) {
    return (
      <Center h="100vh" p="md">
        <FailureNote title={texts.signIn.failed} failure={me.error} onRetry={() => void me.refetch()} />
      </Center>
    );
  }
  if (me.data === null) {
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  }
  if (me.data.passwordChangeRequired) {
    return <NewPasswordPage me={me.data} />;
  }
  return (
    <RightsProvider value={rights}>
      <LiveRunsProvider>
        <AppFrame me={me.data}>
          <Outlet />
        </AppFrame>
      </LiveRunsProvider>
    </RightsProvider>
  );
}
