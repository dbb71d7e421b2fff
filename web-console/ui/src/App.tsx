import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { ProblemError } from './api/http';
import { keys } from './api/queries';
import { HistoryPage } from './features/history/HistoryPage';
import { JobsPage } from './features/jobs/JobsPage';
import { SignInPage } from './features/sign-in/SignInPage';
import { NotFoundPage } from './layout/NotFoundPage';
import { SignedIn } from './layout/SignedIn';
import { cssVariables, theme } from './theme';

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (failure) => {
      // The session ended while the page was open: asking who is signed in leads to the sign-in page.
      if (failure instanceof ProblemError && failure.status === 401) {
        void queries.invalidateQueries({ queryKey: keys.me });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (attempt, failure) => attempt < 2 && !(failure instanceof ProblemError && failure.status >= 400 && failure.status < 500),
    },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="light">
      <QueryClientProvider client={queries}>
        <ModalsProvider>
          <Notifications position="bottom-right" />
          <BrowserRouter>
            <Routes>
              <Route path="/sign-in" element={<SignInPage />} />
              <Route element={<SignedIn />}>
                <Route path="/" element={<Navigate to="/jobs" replace />} />
                <Route path="/jobs" element={<JobsPage />} />
                <Route path="/history" element={<HistoryPage />} />
                <Route path="*" element={<NotFoundPage />} />
              </Route>
            </Routes>
          </BrowserRouter>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
