import { createContext, useContext } from 'react';
import type { Job } from '../../../api/types';

/** What is open in front of the list. */
export type JobDialog =
  | { kind: 'suspend'; job: Job }
  | { kind: 'resume'; job: Job }
  | { kind: 'delete'; job: Job }
  | { kind: 'run'; job: Job }
  | { kind: 'backfill'; job: Job; from?: string; to?: string }
  | { kind: 'coverage'; job: Job }
  | { kind: 'edit'; jobId: string }
  | { kind: 'clone'; jobId: string };

export const OpenJobDialog = createContext<(dialog: JobDialog) => void>(() => undefined);

/** Opens a dialog from a row, however deep. */
export function useOpenJobDialog(): (dialog: JobDialog) => void {
  return useContext(OpenJobDialog);
}
