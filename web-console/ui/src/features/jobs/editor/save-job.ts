import type { UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, ProblemError } from '../../../api/http';
import { keys } from '../../../api/queries';
import type { Catalog, Job } from '../../../api/types';
import { report } from '../../../layout/reports';
import { texts } from '../../../texts';
import { errorsByField } from './field-errors';
import { type JobForm, requestOf } from './form';
import type { ExistingJob } from './JobFields';

/** Saves a form; what the server refuses is shown at its fields, and what has no field as {@link problem}. */
export function useSaveJob(form: UseFormReturnType<JobForm>, catalog: Catalog, existing: ExistingJob | null, onSaved: () => void) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useMutation({
    mutationFn: () => {
      const request = requestOf(form.getValues(), catalog);
      return existing === null
        ? http.post<Job>('/api/v1/jobs', request)
        : http.put<Job>(existing.path, request, existing.etag);
    },
    onMutate: () => {
      setProblem(null);
      form.clearErrors();
    },
    onSuccess: async ({ body }) => {
      report.done(existing === null ? texts.jobs.done.created(body.title) : texts.jobs.done.saved(body.title));
      onSaved();
      await queries.invalidateQueries({ queryKey: keys.jobs });
    },
    onError: (failure) => {
      if (failure instanceof ProblemError && failure.fields.length > 0) {
        const { atFields, elsewhere } = errorsByField(failure.fields);
        form.setErrors(atFields);
        setProblem(elsewhere);
        form.getInputNode(Object.keys(atFields)[0] ?? '')?.focus();
        return;
      }
      const stale = failure instanceof ProblemError && failure.status === 412;
      setProblem(stale ? texts.editor.conflict : failure.message);
    },
  });
  return { save: () => saving.mutate(), saving: saving.isPending, problem };
}
