import type { UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, http, ProblemError } from '../../../api/http';
import { keys } from '../../../api/queries';
import type { Catalog, Job } from '../../../api/types';
import { report } from '../../../layout/reports';
import { texts } from '../../../texts';
import { errorsByField } from './field-errors';
import { type JobForm, requestOf } from './form';

/** A job that is edited, and the version of it that was read. */
export interface ExistingJob {
  job: Job;
  path: string;
  etag: string;
}

/**
 * Saves a form. What the server refuses is shown at its fields, what has no field as {@link problem}; when somebody else
 * saved meanwhile, {@link conflict} is what they saved.
 */
export function useSaveJob(form: UseFormReturnType<JobForm>, catalog: Catalog, opened: ExistingJob | null, onSaved: () => void) {
  const queries = useQueryClient();
  const [existing, setExisting] = useState(opened);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Answer<Job> | null>(null);
  const saving = useMutation({
    mutationFn: (over: ExistingJob | null) => {
      const request = requestOf(form.getValues(), catalog);
      return over === null ? http.post<Job>('/api/v1/jobs', request) : http.put<Job>(over.path, request, over.etag);
    },
    onMutate: () => {
      setProblem(null);
      form.clearErrors();
    },
    onSuccess: async ({ body }) => {
      report.done(existing === null ? texts.jobs.done.created(body.title) : texts.jobs.done.saved(body.title));
      body.changes.forEach(report.done);
      onSaved();
      await queries.invalidateQueries({ queryKey: keys.jobs });
    },
    onError: async (failure, over) => {
      if (failure instanceof ProblemError && failure.fields.length > 0) {
        const { atFields, elsewhere } = errorsByField(failure.fields);
        form.setErrors(atFields);
        setProblem(elsewhere);
        form.getInputNode(Object.keys(atFields)[0] ?? '')?.focus();
        return;
      }
      if (failure instanceof ProblemError && failure.status === 412 && over !== null) {
        setConflict(await http.get<Job>(over.path));
        return;
      }
      setProblem(failure.message);
    },
  });
  return {
    save: () => saving.mutate(existing),
    saving: saving.isPending,
    problem,
    conflict: conflict?.body ?? null,
    /** Goes on from what the others saved, with the form as it is or as theirs. */
    settle: () => {
      const etag = conflict?.etag ?? null;
      const settled = existing !== null && conflict !== null && etag !== null ? { ...existing, job: conflict.body, etag } : existing;
      setExisting(settled);
      setConflict(null);
      return settled;
    },
    saveOver: (over: ExistingJob | null) => saving.mutate(over),
  };
}
