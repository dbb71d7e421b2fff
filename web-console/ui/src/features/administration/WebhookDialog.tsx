import { Select, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, ProblemError } from '../../api/http';
import type { Webhook } from '../../api/types';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { FormDialog } from './FormDialog';
import { formErrors, NO_ERRORS } from './form-errors';
import { adminKeys, useJobChoices } from './queries';

interface Props {
  /** null for a new one */
  webhook: Webhook | null;
  onCreated: (created: Webhook) => void;
  onClose: () => void;
}

const ALL = '';

/** Outcomes as ever: who wants warnings alone says so by the API, and keeps it until they are switched off. */
function toldOf(webhook: Webhook | null, warns: boolean): Webhook['eventTypes'] {
  const outcomes = !warns || (webhook?.eventTypes.includes('EXPORT_COMPLETED') ?? true);
  return [...(outcomes ? (['EXPORT_COMPLETED'] as const) : []), ...(warns ? (['EXPORT_EXPIRING'] as const) : [])];
}

export function WebhookDialog({ webhook, onCreated, onClose }: Props) {
  const words = texts.administration.webhooks;
  const queries = useQueryClient();
  const [form, setForm] = useState({
    url: webhook?.url ?? 'https://',
    description: webhook?.description ?? '',
    jobId: webhook?.jobId ?? ALL,
    warns: webhook?.eventTypes.includes('EXPORT_EXPIRING') ?? false,
    enabled: webhook?.enabled ?? true,
  });
  const jobs = useJobChoices().data ?? [];
  const change = (changes: Partial<typeof form>) => setForm((present) => ({ ...present, ...changes }));
  const save = useMutation({
    mutationFn: async () => {
      const body = {
        url: form.url.trim(),
        description: form.description.trim() === '' ? null : form.description.trim(),
        jobId: form.jobId === ALL ? null : form.jobId,
        eventTypes: toldOf(webhook, form.warns),
        enabled: form.enabled,
      };
      if (webhook === null) {
        return (await http.post<Webhook>('/api/v1/webhooks', body)).body;
      }
      await http.put(`/api/v1/webhooks/${encodeURIComponent(webhook.id)}`, body, `"${webhook.version}"`);
      return null;
    },
    onSuccess: (created) => {
      report.done(words.saved);
      if (created !== null) {
        onCreated(created);
      }
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: adminKeys.webhooks }),
  });
  const errors = save.error === null ? NO_ERRORS : formErrors(save.error, ['url', 'description', 'jobId']);
  const stale = save.error instanceof ProblemError && save.error.status === 412;
  const known = new Map(jobs.map((job) => [job.id, job.title]));
  if (webhook?.jobId != null && !known.has(webhook.jobId)) {
    known.set(webhook.jobId, webhook.jobId);
  }
  return (
    <FormDialog
      title={webhook === null ? words.addTitle : words.editTitle}
      submit={words.save}
      busy={save.isPending}
      failure={stale ? words.conflict : errors.elsewhere}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextInput
        name="url"
        type="url"
        label={words.url}
        description={words.urlHint}
        required
        data-autofocus
        value={form.url}
        error={errors.atFields['url']}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      <TextInput
        name="description"
        label={words.description}
        value={form.description}
        error={errors.atFields['description']}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <Select
        name="jobId"
        label={words.job}
        searchable
        allowDeselect={false}
        data={[{ value: ALL, label: words.allJobs }, ...[...known].map(([value, label]) => ({ value, label }))]}
        value={form.jobId}
        error={errors.atFields['jobId']}
        onChange={(jobId) => change({ jobId: jobId ?? ALL })}
      />
      <Switch
        name="warns"
        label={words.warns}
        description={words.warnsHint}
        checked={form.warns}
        onChange={(event) => change({ warns: event.currentTarget.checked })}
      />
      {webhook !== null && (
        <Switch
          label={words.isEnabled}
          description={words.isEnabledHint}
          checked={form.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  );
}
