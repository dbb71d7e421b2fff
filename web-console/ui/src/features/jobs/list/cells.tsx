import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Catalog, Job, Run } from '../../../api/types';
import { DateAndTime } from '../../../layout/DateAndTime';
import { IconAction } from '../../../layout/IconAction';
import { Slider } from '../../../layout/Tick';
import { useHint } from '../../../layout/use-hint';
import { texts } from '../../../texts';
import { useMay } from '../../sign-in/may';
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
      <p className="text strong clamped wrap" title={job.title}>
        {job.title}
      </p>
      {job.description !== null && (
        <p className="text tiny quiet light clamped wrap one-line" title={job.description}>
          {job.description}
        </p>
      )}
    </>
  );
});

export const ScheduleCell = memo(function ScheduleCell({ job }: { job: Job }) {
  return (
    <div>
      <p className="text">{scheduleInWords(job.schedule, job.timeZone)}</p>
      <p className="text tiny quiet">{job.timeZone}</p>
    </div>
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
    return <p className="text quiet">{texts.jobs.notRunYet}</p>;
  }
  return (
    <div className="above">
      {latest.going === null ? (
        <div className="beside">
          <Link
            className="badge-link mantine-focus-auto"
            to={`/history/${encodeURIComponent(latest.runId)}`}
            aria-label={texts.jobs.openRun(job.title, texts.status[latest.status])}
          >
            <StatusBadge status={latest.status} />
          </Link>
          {(latest.status === 'FAILED' || latest.status === 'CANCELLED') && <RetryRun job={job} runId={latest.runId} />}
        </div>
      ) : (
        <div className="beside" style={{ alignItems: 'flex-start' }}>
          <RunProgress run={latest.going} />
          <CancelRun job={job} run={latest.going} />
        </div>
      )}
      <RunStrip jobId={job.id} listed={strip} />
    </div>
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
  return useMay().export && <IconAction {...order} />;
}

export const LastRunCell = memo(function LastRunCell({ job }: { job: Job }) {
  return <Moment instant={useLatest(job)?.at ?? null} otherwise={texts.never} />;
});

export function Moment({ instant, otherwise }: { instant: string | null; otherwise: string }) {
  return instant === null ? (
    <p className="text quiet">{otherwise}</p>
  ) : (
    <DateAndTime instant={instant} />
  );
}

/** The slider: suspending asks why, resuming says what was missed. */
export const StateCell = memo(function StateCell({ job }: { job: Job }) {
  const open = useOpenJobDialog();
  const mayExport = useMay().export;
  const active = job.state === 'ACTIVE';
  const stuck = !active && !job.resumable;
  const because = stuck ? texts.jobs.notResumable : job.suspendedReason;
  const { hint, ...listening } = useHint(active ? null : because);
  return (
    <div {...listening} className="beside" style={{ gap: 6 }}>
      <Slider
        checked={active}
        disabled={stuck || !mayExport}
        onChange={() => open({ kind: active ? 'suspend' : 'resume', job })}
        aria-label={texts.jobs.stateOf(job.title)}
        {...(because === null || active ? {} : { 'aria-description': because })}
      />
      <span className="text">{active ? texts.jobs.active : texts.jobs.suspended}</span>
      {hint}
    </div>
  );
});
