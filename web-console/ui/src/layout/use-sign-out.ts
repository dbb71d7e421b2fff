import { useQueryClient } from '@tanstack/react-query';
import { http } from '../api/http';
import { report } from './reports';

/** Ends the session, forgets what was loaded, and goes to the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    try {
      await http.post('/sign-out');
      queries.clear();
      window.location.assign('/sign-in');
    } catch (failure) {
      report.failure(failure);
    }
  };
}
