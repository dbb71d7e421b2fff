import { Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Answer, http } from '../../../api/http';
import type { Catalog, Job, RunSettings } from '../../../api/types';
import { SideDialog } from '../../../layout/Dialog';
import { FailureNote } from '../../../layout/FailureNote';
import { texts } from '../../../texts';
import { jobPath } from '../job-queries';
import { copyOf, formOf, newJobForm, originOf } from './form';
import { JobFields } from './JobFields';
import { askBeforeLeaving, type HasChanges } from './unsaved-changes';

/** What the editor starts from: nothing, a job to be changed, or a job or a run to be copied. */
export type Start =
  | { kind: 'new' }
  | { kind: 'edit'; jobId: string }
  | { kind: 'clone'; jobId: string }
  | { kind: 'cloneRun'; runId: string };

interface Props {
  catalog: Catalog;
  start: Start;
  onClose: () => void;
}

export function JobEditor({ catalog, start, onClose }: Props) {
  const hasChangesRef = useRef<() => boolean>(() => false);
  // Escape, the cross and "Cancel" all lead here: what was typed is not thrown away unasked.
  const leave = () => {
    if (!hasChangesRef.current()) {
      onClose();
      return;
    }
    askBeforeLeaving(onClose);
  };
  const parts = { catalog, hasChangesRef, onLeave: leave, onSaved: onClose };
  return (
    <SideDialog
      onClose={leave}
      size="xl"
      closeOnClickOutside={false}
      title={
        <Text fw={600} size="lg" component="span">
          {start.kind === 'edit' ? texts.editor.editTitle : start.kind === 'new' ? texts.editor.addTitle : texts.editor.cloneTitle}
        </Text>
      }
    >
      {start.kind === 'new' && <JobFields {...parts} initial={newJobForm(catalog)} existing={null} />}
      {(start.kind === 'edit' || start.kind === 'clone') && <OfJob {...parts} jobId={start.jobId} isClone={start.kind === 'clone'} />}
      {start.kind === 'cloneRun' && <OfRun {...parts} runId={start.runId} />}
    </SideDialog>
  );
}

interface Parts {
  catalog: Catalog;
  hasChangesRef: HasChanges;
  onLeave: () => void;
  onSaved: () => void;
}

/** The present settings, read when the editor opens: the version that is saved over is the one that was shown. */
function OfJob({ jobId, isClone, ...parts }: Parts & { jobId: string; isClone: boolean }) {
  const path = jobPath(jobId);
  const { data, failed } = useFresh<Job>(path);
  if (data === undefined) {
    return failed;
  }
  const job = data.body;
  return isClone ? (
    <JobFields {...parts} initial={copyOf(job, parts.catalog)} existing={null} />
  ) : (
    <JobFields {...parts} initial={formOf(job, parts.catalog)} existing={{ job, path, etag: data.etag ?? '*' }} />
  );
}

/** The settings that a run was issued with, for a job of its own. */
function OfRun({ runId, ...parts }: Parts & { runId: string }) {
  const { data, failed } = useFresh<RunSettings>(`/api/v1/runs/${encodeURIComponent(runId)}/settings`);
  if (data === undefined) {
    return failed;
  }
  return <JobFields {...parts} initial={copyOf(originOf(data.body.settings), parts.catalog)} existing={null} />;
}

/** What is at a path now, whatever was read before; until it is there, what to show in its place. */
function useFresh<T>(path: string) {
  const query = useQuery({
    // Apart from the lists: news of a run must not read it anew under the hands of the one who edits.
    queryKey: ['edited', path],
    queryFn: ({ signal }): Promise<Answer<T>> => http.get<T>(path, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  const failed = query.isError ? (
    <FailureNote title={texts.editor.failed} failure={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Group justify="center" p="xl">
      <Loader aria-label={texts.loading} />
    </Group>
  );
  return { data: query.isFetchedAfterMount ? query.data : undefined, failed };
}
