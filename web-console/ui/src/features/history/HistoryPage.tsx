import { Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useRuns } from '../../api/queries';
import type { Run } from '../../api/types';
import { FailureNote } from '../../layout/FailureNote';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { titleOf } from '../runs/progress';
import { FilesDialog } from './FilesDialog';
import { RunsTable } from './RunsTable';

/** The latest runs, of all jobs or of the one in the address. */
export function HistoryPage() {
  useTitle(texts.history.title);
  const [parameters] = useSearchParams();
  const jobId = parameters.get('jobId');
  const runs = useRuns(jobId);
  const [filesOf, setFilesOf] = useState<Run | null>(null);
  const first = runs.data?.[0];
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {texts.history.title}
        </Title>
        {jobId !== null && (
          <Group>
            {first !== undefined && <Text>{texts.history.ofJob(titleOf(first))}</Text>}
            <Anchor component={Link} to="/history" underline="always">
              {texts.history.allJobs}
            </Anchor>
          </Group>
        )}
      </Group>
      {runs.isPending && <Skeleton height={200} role="status" aria-label={texts.loading} />}
      {runs.isError && <FailureNote title={texts.history.failed} failure={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.isSuccess && runs.data.length === 0 && (
        <Paper withBorder p="xl">
          <Text ta="center">{texts.history.empty}</Text>
        </Paper>
      )}
      {runs.isSuccess && runs.data.length > 0 && <RunsTable runs={runs.data} onFiles={setFilesOf} />}
      {filesOf !== null && <FilesDialog run={filesOf} onClose={() => setFilesOf(null)} />}
    </Stack>
  );
}
