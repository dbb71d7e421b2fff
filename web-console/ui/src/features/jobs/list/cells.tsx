import { Group, Stack, Switch, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMayExport } from '../../../api/queries';
import type { Catalog, Job, Run } from '../../../api/types';
import { DateAndTime } from '../../../layout/DateAndTime';
import { IconAction } from '../../../layout/IconAction';
import { texts } from '../../../texts';
import { useLiveRun } from '../../runs/live-runs';
import { hasEnded } from '../../runs/progress';
import { RunProgress } from '../../runs/RunProgress';
import { StatusBadge } from '../../runs/StatusBadge';
import { exportTypeOf } from '../editor/form';
import { useCancelRun, useRetryRun } from '../job-actions';
import { RunStrip } from '../RunStrip';
import { scheduleInWords } from '../schedule-in-words';
import { useOpenJobDialog } from './job-dialogs';

export function namesOf(job: Job, catalog: Catalog | undefined): { source: string; type: string } {
  return {
    source: catalog?.sources.find(({ source }) => source === job.source)?.label ?? job.source,
    type: (catalog && exportTypeOf(catalog, job.source, job.type)?.label) ?? job.type,
  };
}

export const TitleCell = memo(function TitleCell({ job }: { job: Job }) {
  return (
    <>
      <Text fw={600} size="sm" lineClamp={2} title={job.title} className="wrap">
        {job.title}
      </Text>
      {job.description !== null && (
        <Text size="xs" c="dimmed" fw={400} lineClamp={1} title={job.description} className="wrap">
          {job.description}
        </Text>
      )}
    </>
  );
});

export const ScheduleCell = memo(function ScheduleCell({ job }: { job: Job }) {
  return (
    <Stack gap={0}>
      <Text size="sm">{scheduleInWords(job.schedule, job.timeZone)}</Text>
      <Text size="xs" c="dimmed">
        {job.timeZone}
      </Text>
    </Stack>
  );
});

/** The stream's word on the latest run goes before the list's, which may be older. */
export function useLatest(job: Job): { runId: string; status: Run['status']; at: string; going: Run | null } | null {
  const live = useLiveRun(job.id);
  const isNewer = live !== undefined && (job.lastRun === null || live.id === job.lastRun.runId || live.requestedAt > job.lastRun.at);
  if (isNewer) {
    return { runId: live.id, status: live.status, at: live.startedAt ?? live.requestedAt, going: hasEnded(live.status) ? null : live };
  }
  return job.lastRun === null ? null : { ...job.lastRun, going: null };
}

export const StatusCell = memo(function StatusCell({ job, strip }: { job: Job; strip: readonly Run[] }) {
  const latest = useLatest(job);
  if (latest === null) {
    return (
      <Text size="sm" c="dimmed">
        {texts.jobs.notRunYet}
      </Text>
    );
  }
  return (
    <Stack gap={4} align="start">
      {latest.going === null ? (
        <Group gap={4} wrap="nowrap">
          <UnstyledButton
            component={Link}
            to={`/history/${encodeURIComponent(latest.runId)}`}
            aria-label={texts.jobs.openRun(job.title, texts.status[latest.status])}
          >
            <StatusBadge status={latest.status} />
          </UnstyledButton>
          {(latest.status === 'FAILED' || latest.status === 'CANCELLED') && <RetryRun job={job} runId={latest.runId} />}
        </Group>
      ) : (
        <Group gap={4} wrap="nowrap" align="start">
          <RunProgress run={latest.going} />
          <CancelRun job={job} run={latest.going} />
        </Group>
      )}
      <RunStrip jobId={job.id} listed={strip} />
    </Stack>
  );
});

function CancelRun({ job, run }: { job: Job; run: Run }) {
  const cancel = useCancelRun();
  const ask = () =>
    modals.openConfirmModal({
      title: texts.jobs.cancelRunTitle,
      children: <Text size="sm">{texts.jobs.cancelRunText(job.title)}</Text>,
      labels: { confirm: texts.jobs.cancelRunConfirm, cancel: texts.jobs.goOn },
      confirmProps: { color: 'red' },
      onConfirm: () => cancel.mutate(run.id),
    });
  return (
    <RunOrder label={texts.history.cancelRun(job.title)} busy={cancel.isPending} onPress={ask}>
      <IconPlayerStop size={18} aria-hidden />
    </RunOrder>
  );
}

/** Beside the badge of a run that ended without an export. */
function RetryRun({ job, runId }: { job: Job; runId: string }) {
  const retry = useRetryRun();
  return (
    <RunOrder label={texts.history.retry(job.title)} busy={retry.isPending} onPress={() => retry.mutate(runId)}>
      <IconRefresh size={18} aria-hidden />
    </RunOrder>
  );
}

function RunOrder(order: { label: string; busy: boolean; onPress: () => void; children: ReactNode }) {
  return useMayExport() && <IconAction {...order} />;
}

export const LastRunCell = memo(function LastRunCell({ job }: { job: Job }) {
  return <Moment instant={useLatest(job)?.at ?? null} otherwise={texts.never} />;
});

export function Moment({ instant, otherwise }: { instant: string | null; otherwise: string }) {
  return instant === null ? (
    <Text size="sm" c="dimmed">
      {otherwise}
    </Text>
  ) : (
    <DateAndTime instant={instant} />
  );
}

/** The slider: suspending asks why, resuming says what was missed. */
export const StateCell = memo(function StateCell({ job }: { job: Job }) {
  const open = useOpenJobDialog();
  const mayExport = useMayExport();
  const active = job.state === 'ACTIVE';
  const stuck = !active && !job.resumable;
  const because = stuck ? texts.jobs.notResumable : job.suspendedReason;
  return (
    <Tooltip label={because} disabled={because === null || active} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Group gap={6} wrap="nowrap">
        <Switch
          checked={active}
          disabled={stuck || !mayExport}
          onChange={() => open({ kind: active ? 'suspend' : 'resume', job })}
          aria-label={texts.jobs.stateOf(job.title)}
          {...(because === null || active ? {} : { 'aria-description': because })}
        />
        <Text size="sm">{active ? texts.jobs.active : texts.jobs.suspended}</Text>
      </Group>
    </Tooltip>
  );
});
