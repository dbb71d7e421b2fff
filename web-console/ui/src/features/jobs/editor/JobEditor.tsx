import { Drawer, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http';
import { keys } from '../../../api/queries';
import type { Catalog, Job } from '../../../api/types';
import { FailureNote } from '../../../layout/FailureNote';
import { texts } from '../../../texts';
import { formOf, newJobForm } from './form';
import { JobFields } from './JobFields';

interface Props {
  catalog: Catalog;
  /** null for a new job */
  jobId: string | null;
  onClose: () => void;
}

export function JobEditor({ catalog, jobId, onClose }: Props) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      closeOnClickOutside={false}
      title={
        <Text fw={600} size="lg" component="span">
          {jobId === null ? texts.editor.addTitle : texts.editor.editTitle}
        </Text>
      }
    >
      {jobId === null ? (
        <JobFields catalog={catalog} initial={newJobForm(catalog)} existing={null} onClose={onClose} />
      ) : (
        <ExistingJob catalog={catalog} jobId={jobId} onClose={onClose} />
      )}
    </Drawer>
  );
}

/** The present settings, read when the editor opens: the version that is saved over is the one that was shown. */
function ExistingJob({ catalog, jobId, onClose }: { catalog: Catalog; jobId: string; onClose: () => void }) {
  const path = `/api/v1/jobs/${encodeURIComponent(jobId)}`;
  const job = useQuery({
    queryKey: [...keys.jobs, 'edited', jobId],
    queryFn: ({ signal }) => http.get<Job>(path, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  if (job.isError) {
    return <FailureNote title={texts.jobs.failed} failure={job.error} onRetry={() => void job.refetch()} />;
  }
  if (job.data === undefined || job.isFetching) {
    return (
      <Group justify="center" p="xl">
        <Loader aria-label={texts.loading} />
      </Group>
    );
  }
  return (
    <JobFields
      catalog={catalog}
      initial={formOf(job.data.body, catalog)}
      existing={{ job: job.data.body, path, etag: job.data.etag ?? '*' }}
      onClose={onClose}
    />
  );
}
