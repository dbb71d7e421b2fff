import { ActionIcon, Group, Stack, Switch, Table, Text, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconHistory, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Catalog, Job } from '../../api/types';
import { DateAndTime } from '../../layout/DateAndTime';
import { texts } from '../../texts';
import { useLiveRun } from '../runs/live-runs';
import { hasEnded } from '../runs/progress';
import { RunProgress } from '../runs/RunProgress';
import { StatusBadge } from '../runs/StatusBadge';
import { exportTypeOf } from './editor/form';
import { useJobActions } from './job-actions';
import { scheduleInWords } from './schedule-in-words';

interface Props {
  job: Job;
  catalog: Catalog | undefined;
  onEdit: () => void;
}

export function JobRow({ job, catalog, onEdit }: Props) {
  const source = catalog?.sources.find((each) => each.source === job.source)?.label ?? job.source;
  const type = (catalog && exportTypeOf(catalog, job.source, job.type)?.label) ?? job.type;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600} maw={260}>
        <Text fw={600} size="sm" lineClamp={2}>
          {job.title}
        </Text>
        {job.description !== null && (
          <Text size="xs" c="dimmed" fw={400} lineClamp={1}>
            {job.description}
          </Text>
        )}
      </Table.Th>
      <Table.Td>{source}</Table.Td>
      <Table.Td>{type}</Table.Td>
      <Table.Td>
        <Stack gap={0}>
          <Text size="sm">{scheduleInWords(job.schedule, job.timeZone)}</Text>
          <Text size="xs" c="dimmed">
            {job.timeZone}
          </Text>
        </Stack>
      </Table.Td>
      <LatestRunCells job={job} />
      <Table.Td>
        <Moment instant={job.nextFireTime} otherwise={texts.dash} />
      </Table.Td>
      <Table.Td>
        <StateSwitch job={job} />
      </Table.Td>
      <Table.Td>
        <RowActions job={job} onEdit={onEdit} />
      </Table.Td>
    </Table.Tr>
  );
}

/** The stream's word on the latest run goes before the list's, which may be older. */
function LatestRunCells({ job }: { job: Job }) {
  const live = useLiveRun(job.id);
  const isNewer = live !== undefined && (job.lastRun === null || live.id === job.lastRun.runId || live.requestedAt > job.lastRun.at);
  const status = isNewer ? live.status : (job.lastRun?.status ?? null);
  const at = isNewer ? (live.startedAt ?? live.requestedAt) : (job.lastRun?.at ?? null);
  return (
    <>
      <Table.Td>
        {status === null && (
          <Text size="sm" c="dimmed">
            {texts.jobs.notRunYet}
          </Text>
        )}
        {isNewer && !hasEnded(live.status) && <RunProgress run={live} />}
        {status !== null && !(isNewer && !hasEnded(live.status)) && <StatusBadge status={status} />}
      </Table.Td>
      <Table.Td>
        <Moment instant={at} otherwise={texts.never} />
      </Table.Td>
    </>
  );
}

function Moment({ instant, otherwise }: { instant: string | null; otherwise: string }) {
  return instant === null ? (
    <Text size="sm" c="dimmed">
      {otherwise}
    </Text>
  ) : (
    <DateAndTime instant={instant} />
  );
}

function StateSwitch({ job }: { job: Job }) {
  const { suspend, resume } = useJobActions(job);
  const active = job.state === 'ACTIVE';
  const stuck = !active && !job.resumable;
  return (
    <Tooltip label={texts.jobs.notResumable} disabled={!stuck}>
      <Group gap="xs" wrap="nowrap">
        <Switch
          checked={active}
          disabled={stuck || suspend.isPending || resume.isPending}
          onChange={() => (active ? suspend.mutate() : resume.mutate())}
          aria-label={texts.jobs.stateOf(job.title)}
        />
        <Text size="sm">{active ? texts.jobs.active : texts.jobs.suspended}</Text>
      </Group>
    </Tooltip>
  );
}

function RowActions({ job, onEdit }: { job: Job; onEdit: () => void }) {
  const { runNow, remove } = useJobActions(job);
  const confirmRemoval = () =>
    modals.openConfirmModal({
      title: texts.jobs.removeTitle,
      children: <Text size="sm">{texts.jobs.removeText(job.title)}</Text>,
      labels: { confirm: texts.jobs.removeConfirm, cancel: texts.cancel },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(),
    });
  return (
    <Group gap={4} wrap="nowrap">
      <Action label={texts.jobs.runNow(job.title)} onClick={() => runNow.mutate()} busy={runNow.isPending}>
        <IconPlayerPlay size={18} aria-hidden />
      </Action>
      <Action label={job.editable ? texts.jobs.edit(job.title) : texts.jobs.notEditable} onClick={onEdit} disabled={!job.editable}>
        <IconPencil size={18} aria-hidden />
      </Action>
      <Tooltip label={texts.jobs.history(job.title)}>
        <ActionIcon
          component={Link}
          to={`/history?jobId=${encodeURIComponent(job.id)}`}
          variant="subtle"
          color="gray"
          aria-label={texts.jobs.history(job.title)}
        >
          <IconHistory size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Action label={texts.jobs.remove(job.title)} onClick={confirmRemoval} busy={remove.isPending} color="red">
        <IconTrash size={18} aria-hidden />
      </Action>
    </Group>
  );
}

interface ActionProps {
  label: string;
  onClick: () => void;
  disabled?: boolean;
  busy?: boolean;
  color?: string;
  children: ReactNode;
}

function Action({ label, onClick, disabled = false, busy = false, color = 'gray', children }: ActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color={color} aria-label={label} onClick={onClick} disabled={disabled} loading={busy}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
