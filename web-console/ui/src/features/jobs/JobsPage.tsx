import { Button, Group, Stack, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCatalog } from '../../api/queries';
import { FailureNote } from '../../layout/FailureNote';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { useMay } from '../sign-in/may';
import { useJobs, useLatestRuns } from './job-queries';
import { AddMenu } from './list/AddMenu';
import { BulkBar } from './list/BulkBar';
import { JobFilters } from './list/JobFilters';
import { EmptyJobs, JobsSkeleton } from './list/JobsStates';
import { JobCards, JobsTable } from './list/JobsTable';
import { type JobDialog, OpenJobDialog } from './list/job-dialogs';
import { isFiltered, type ListState, listStateIn, parametersOf, sortedNext } from './list/list-state';
import { useSelection } from './list/selection';
import { OpenDialog } from './OpenDialog';

/** Below it, jobs are cards. */
const NARROW = '(max-width: 48em)';

export function JobsPage() {
  useTitle(texts.jobs.title);
  const [parameters, setParameters] = useSearchParams();
  const list = listStateIn(parameters);
  const show = (changed: ListState) => setParameters(parametersOf(changed), { replace: true });
  const [dialog, setDialog] = useState<JobDialog | 'add' | null>(null);
  const selection = useSelection();
  const mayExport = useMay().export;
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const catalog = useCatalog();
  const jobs = useJobs(list);
  const pages = useMemo(() => jobs.data?.pages.map(({ items }) => items) ?? [], [jobs.data]);
  const items = useMemo(() => pages.flat(), [pages]);
  const latestRuns = useLatestRuns(pages);
  const chosen = items.filter(({ id }) => selection.has(id));
  const onlyChosen = chosen.length === 1 ? chosen[0] : undefined;
  // Another page of the console asks for a clone of a run's settings by the address.
  const cloneRun = parameters.get('cloneRun');
  const open = dialog ?? (cloneRun === null ? null : ({ kind: 'cloneRun', runId: cloneRun } as const));
  const closeDialog = () => {
    setDialog(null);
    if (cloneRun !== null) {
      show(list);
    }
  };
  const parts = { jobs: items, catalog: catalog.data, latestRuns, selection };

  return (
    <OpenJobDialog value={setDialog}>
      <Stack>
        <Group justify="space-between" align="end">
          <Title order={1} size="h2">
            {texts.jobs.title}
          </Title>
          {mayExport && (
            <AddMenu
              disabled={!catalog.data}
              onAdd={() => setDialog('add')}
              onClone={onlyChosen && (() => setDialog({ kind: 'clone', jobId: onlyChosen.id }))}
            />
          )}
        </Group>
        <JobFilters catalog={catalog.data} list={list} onChange={show} />
        {catalog.isError && <FailureNote title={texts.jobs.failed} failure={catalog.error} onRetry={() => void catalog.refetch()} />}
        {jobs.isError && <FailureNote title={texts.jobs.failed} failure={jobs.error} onRetry={() => void jobs.refetch()} />}
        {mayExport && <BulkBar jobs={items} selection={selection} />}
        {jobs.isPending && <JobsSkeleton />}
        {jobs.isSuccess && items.length === 0 && (
          <EmptyJobs
            filtered={isFiltered(list)}
            onAdd={mayExport ? () => setDialog('add') : undefined}
            onClearFilters={() => show({ source: null, type: null, state: null, q: '', sort: list.sort })}
          />
        )}
        {items.length > 0 &&
          (isNarrow ? (
            <JobCards {...parts} />
          ) : (
            <JobsTable {...parts} sort={list.sort} onSort={(column) => show({ ...list, sort: sortedNext(list.sort, column) })} />
          ))}
        {jobs.hasNextPage && (
          <Group justify="center">
            <Button variant="default" loading={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
              {texts.jobs.more}
            </Button>
          </Group>
        )}
        {open !== null && <OpenDialog dialog={open} catalog={catalog.data} onClose={closeDialog} />}
      </Stack>
    </OpenJobDialog>
  );
}
