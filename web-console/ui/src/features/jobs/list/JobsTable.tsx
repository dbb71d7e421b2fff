import { Checkbox, Group, Paper, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import { memo } from 'react';
import type { Catalog, Job, Run } from '../../../api/types';
import { Tick } from '../../../layout/Tick';
import { useGradually } from '../../lists/use-gradually';
import { texts } from '../../../texts';
import type { LatestRuns } from '../job-queries';
import { LastRunCell, Moment, namesOf, ScheduleCell, StateCell, StatusCell, TitleCell } from './cells';
import { type ListState, SORTED_BY, type SortColumn } from './list-state';
import { RowActions } from './RowActions';
import type { Selection } from './selection';
import { WideTable } from '../../lists/WideTable';

/** The same at every rendering, so that rows that are as before are left alone. */
const NO_RUNS: readonly Run[] = [];

interface Props {
  jobs: readonly Job[];
  catalog: Catalog | undefined;
  latestRuns: LatestRuns;
  selection: Selection;
  sort: ListState['sort'];
  onSort: (column: SortColumn) => void;
}

export function JobsTable({ jobs, catalog, latestRuns, selection, sort, onSort }: Props) {
  const words = texts.jobs;
  const shown = useGradually(jobs);
  return (
    <Paper withBorder>
      <WideTable minWidth={1160} label={words.title}>
        <Table verticalSpacing="sm" horizontalSpacing={8} aria-label={words.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36} pl="md">
                <SelectAll jobs={jobs} selection={selection} />
              </Table.Th>
              {Object.entries(words.columns).map(([name, label]) => (
                <ColumnHead key={name} name={name} label={label} sort={sort} onSort={onSort} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <tbody className="rows">
            {shown.map((job) => (
              <JobRow
                key={job.id}
                job={job}
                catalog={catalog}
                strip={latestRuns.get(job.id) ?? NO_RUNS}
                selected={selection.has(job.id)}
                select={selection.set}
              />
            ))}
          </tbody>
        </Table>
      </WideTable>
    </Paper>
  );
}

interface HeadProps {
  name: string;
  label: string;
  sort: ListState['sort'];
  onSort: (column: SortColumn) => void;
}

function ColumnHead({ name, label, sort, onSort }: HeadProps) {
  if (!Object.hasOwn(SORTED_BY, name)) {
    return <Table.Th scope="col">{label}</Table.Th>;
  }
  const column = name as SortColumn;
  const present = sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const Icon = { ascending: IconChevronUp, descending: IconChevronDown, none: IconSelector }[present];
  return (
    <Table.Th scope="col" aria-sort={present}>
      <UnstyledButton onClick={() => onSort(column)} className="column-head">
        <span>{label}</span>
        <Icon size={14} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

interface ItemProps {
  job: Job;
  catalog: Catalog | undefined;
  strip: readonly Run[];
  selected: boolean;
  select: Selection['set'];
}

const JobRow = memo(function JobRow({ job, catalog, strip, selected, select }: ItemProps) {
  const { source, type } = namesOf(job, catalog);
  return (
    <tr className={selected ? 'selected' : undefined}>
      <td style={{ paddingInlineStart: 16 }}>
        <SelectOne job={job} selected={selected} select={select} />
      </td>
      <th scope="row" style={{ minWidth: 170, maxWidth: 230 }}>
        <TitleCell job={job} />
      </th>
      <td>{source}</td>
      <td>{type}</td>
      <td style={{ minWidth: 140 }}>
        <ScheduleCell job={job} />
      </td>
      <td>
        <StatusCell job={job} strip={strip} />
      </td>
      <td>
        <LastRunCell job={job} />
      </td>
      <td>
        <Moment instant={job.nextFireTime} otherwise={texts.dash} />
      </td>
      <td>
        <StateCell job={job} />
      </td>
      <td>
        <RowActions job={job} />
      </td>
    </tr>
  );
});

/** The same jobs for narrow screens: one card each. */
export function JobCards({ jobs, catalog, latestRuns, selection }: Omit<Props, 'sort' | 'onSort'>) {
  const shown = useGradually(jobs);
  return (
    <Stack component="ul" gap="sm" p={0} m={0} aria-label={texts.jobs.title} style={{ listStyle: 'none' }}>
      {shown.map((job) => (
        <Paper component="li" key={job.id} withBorder p="sm">
          <JobCard
            job={job}
            catalog={catalog}
            strip={latestRuns.get(job.id) ?? NO_RUNS}
            selected={selection.has(job.id)}
            select={selection.set}
          />
        </Paper>
      ))}
    </Stack>
  );
}

const JobCard = memo(function JobCard({ job, catalog, strip, selected, select }: ItemProps) {
  const { source, type } = namesOf(job, catalog);
  const { columns } = texts.jobs;
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" align="start">
        <Group wrap="nowrap" align="start" gap="sm" miw={0}>
          <SelectOne job={job} selected={selected} select={select} />
          <div style={{ minWidth: 0 }}>
            <TitleCell job={job} />
            <Text size="xs" c="dimmed">
              {source}, {type}
            </Text>
          </div>
        </Group>
        <StateCell job={job} />
      </Group>
      <ScheduleCell job={job} />
      <StatusCell job={job} strip={strip} />
      <Group gap="xl" align="start">
        <div>
          <Text size="xs" c="dimmed">
            {columns.lastRun}
          </Text>
          <LastRunCell job={job} />
        </div>
        <div>
          <Text size="xs" c="dimmed">
            {columns.nextRun}
          </Text>
          <Moment instant={job.nextFireTime} otherwise={texts.dash} />
        </div>
      </Group>
      <RowActions job={job} />
    </Stack>
  );
});

function SelectOne({ job, selected, select }: Pick<ItemProps, 'job' | 'selected' | 'select'>) {
  return (
    <Tick
      checked={selected}
      onChange={(event) => select([job.id], event.currentTarget.checked)}
      aria-label={texts.jobs.select(job.title)}
    />
  );
}

function SelectAll({ jobs, selection }: { jobs: readonly Job[]; selection: Selection }) {
  const chosen = jobs.filter(({ id }) => selection.has(id)).length;
  return (
    <Checkbox
      size="sm"
      checked={chosen === jobs.length}
      indeterminate={chosen > 0 && chosen < jobs.length}
      onChange={(event) => selection.set(jobs.map(({ id }) => id), event.currentTarget.checked)}
      aria-label={texts.jobs.selectAll}
    />
  );
}
