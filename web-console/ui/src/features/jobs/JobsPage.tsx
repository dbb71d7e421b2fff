import { Button, Group, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCatalog, useJobs } from '../../api/queries';
import { FailureNote } from '../../layout/FailureNote';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { JobEditor } from './editor/JobEditor';
import { JobFilters } from './JobFilters';
import { EmptyJobs, JobsSkeleton } from './JobsStates';
import { JobsTable } from './JobsTable';

/** Which editor is open: for a new job, for the job with an id, or none. */
type Editing = { jobId: string | null } | null;

export function JobsPage() {
  useTitle(texts.jobs.title);
  // The filters live in the address, so that a filtered list can be bookmarked and sent.
  const [parameters, setParameters] = useSearchParams();
  const filter = { source: parameters.get('source'), type: parameters.get('type') };
  const [editing, setEditing] = useState<Editing>(null);
  const catalog = useCatalog();
  const jobs = useJobs(filter);
  const items = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  const add = () => setEditing({ jobId: null });

  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {texts.jobs.title}
        </Title>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={add} disabled={!catalog.data}>
          {texts.jobs.add}
        </Button>
      </Group>
      <JobFilters
        catalog={catalog.data}
        filter={filter}
        onChange={({ source, type }) =>
          setParameters({ ...(source === null ? {} : { source }), ...(type === null ? {} : { type }) }, { replace: true })
        }
      />
      {catalog.isError && (
        <FailureNote title={texts.jobs.failed} failure={catalog.error} onRetry={() => void catalog.refetch()} />
      )}
      {jobs.isError && <FailureNote title={texts.jobs.failed} failure={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.isPending && <JobsSkeleton />}
      {jobs.isSuccess && items.length === 0 && (
        <EmptyJobs filtered={filter.source !== null || filter.type !== null} onAdd={add} />
      )}
      {items.length > 0 && (
        <JobsTable jobs={items} catalog={catalog.data} onEdit={(job) => setEditing({ jobId: job.id })} />
      )}
      {jobs.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
            {texts.jobs.more}
          </Button>
        </Group>
      )}
      {catalog.data && editing !== null && (
        <JobEditor catalog={catalog.data} jobId={editing.jobId} onClose={() => setEditing(null)} />
      )}
    </Stack>
  );
}
