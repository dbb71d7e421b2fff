import { ActionIcon, Alert, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { http } from '../../../api/http';
import { queryString } from '../../../api/query-string';
import type { Job, Page, Run } from '../../../api/types';
import { Dialog } from '../../../layout/Dialog';
import { FailureNote } from '../../../layout/FailureNote';
import { texts } from '../../../texts';
import { useMay } from '../../sign-in/may';
import { startOfDay } from '../../../time';
import { useOpenJobDialog } from '../list/job-dialogs';
import { CoverageMonth, Legend } from './CoverageMonth';
import { coverageOf, monthAfter, monthOf, weeksOf } from './coverage';

const PAGE_SIZE = 500;
const MOST_PAGES = 10;

/** Day by day, what of a job's data is exported; a hole can be filled from here. */
export function CoverageDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const words = texts.jobs.coverage;
  const [now] = useState(() => Date.now());
  const present = monthOf(now, job.timeZone);
  const [month, setMonth] = useState(present);
  const weeks = weeksOf(month);
  const runs = useRunsSince(job.id, startOfDay(weeks.first, job.timeZone));
  const open = useOpenJobDialog();
  const mayFill = useMay().export && job.schedule.kind !== 'ONCE';
  return (
    <Dialog onClose={onClose} size="xl" title={words.title(job.title)}>
      <Stack>
        <Text size="sm">{words.text}</Text>
        <Group justify="space-between">
          <ActionIcon variant="default" aria-label={words.monthBefore} onClick={() => setMonth(monthAfter(month, -1))}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Text fw={600} aria-live="polite">
            {dayjs(`${month}-01`).format('MMMM YYYY')}
          </Text>
          <ActionIcon variant="default" aria-label={words.monthAfter} disabled={month >= present} onClick={() => setMonth(monthAfter(month, 1))}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
        {runs.isPending && <Skeleton height={320} role="status" aria-label={texts.loading} />}
        {runs.isError && <FailureNote title={words.failed} failure={runs.error} onRetry={() => void runs.refetch()} />}
        {runs.data !== undefined && (
          <>
            {!runs.data.complete && (
              <Alert color="orange" variant="outline">
                {words.tooManyRuns(runs.data.runs.length)}
              </Alert>
            )}
            {runs.data.runs.length > 0 && runs.data.runs.every(({ window }) => window?.from == null) && (
              <Alert color="harbour" variant="outline">
                {words.noWindows}
              </Alert>
            )}
            <CoverageMonth
              month={month}
              days={coverageOf(runs.data.runs, job.timeZone, weeks.first, weeks.last, job.state === 'SUSPENDED' ? now : null)}
              onFill={
                mayFill
                  ? ({ from, to }) => open({ kind: 'backfill', job, from: new Date(from).toISOString(), to: new Date(to).toISOString() })
                  : undefined
              }
            />
          </>
        )}
        <Legend />
        <Text size="xs" c="dimmed">
          {texts.jobs.inZone(job.timeZone)}
        </Text>
      </Stack>
    </Dialog>
  );
}

/** All runs that were issued from an instant on: nothing before it can hold data of a later day. */
function useRunsSince(jobId: string, since: number) {
  return useQuery({
    queryKey: ['coverage', jobId, since],
    queryFn: async ({ signal }) => {
      const runs: Run[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const query: string = queryString({ jobId, from: new Date(since).toISOString(), sort: 'requestedAt', cursor, limit: `${PAGE_SIZE}` });
        const { body }: { body: Page<Run> } = await http.get<Page<Run>>(`/api/v1/runs${query}`, { signal });
        runs.push(...body.items);
        cursor = body.nextCursor;
        if (cursor === null) {
          return { runs, complete: true };
        }
      }
      return { runs, complete: false };
    },
    gcTime: 0,
  });
}
