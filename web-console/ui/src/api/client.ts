import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './http';
import { keys } from './queries';

/** What the console has asked, and when it asks again. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (failure) => {
      // The session ended while the page was open: asking who is signed in leads to the sign-in page.
      if (failure instanceof ProblemError && failure.status === 401) {
        void queries.invalidateQueries({ queryKey: keys.me });
      }
    },
  }),
  defaultOptions: {
    // The console may be on this very machine: whether there is another network does not matter.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 5_000,
      retry: (attempt, failure) => attempt < 2 && !(failure instanceof ProblemError && failure.status >= 400 && failure.status < 500),
    },
  },
});
