import { Menu } from '@mantine/core';
import {
  IconCalendarStats,
  IconCopy,
  IconDots,
  IconHistoryToggle,
  IconMenu2,
  IconPencil,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconTrash,
} from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Job } from '../../../api/types';
import { ICON_ACTION, IconAction } from '../../../layout/IconAction';
import { useHint } from '../../../layout/use-hint';
import { texts } from '../../../texts';
import { RowMenu } from '../../lists/RowMenu';
import { useMay } from '../../sign-in/may';
import { useJobActions } from '../job-actions';
import { useOpenJobDialog } from './job-dialogs';

/** What can be done with a job: the frequent as buttons, the rest in a menu. */
export const RowActions = memo(function RowActions({ job }: { job: Job }) {
  const words = texts.jobs;
  const open = useOpenJobDialog();
  const mayExport = useMay().export;
  const { runNow } = useJobActions(job);
  return (
    <div className="beside" style={{ gap: 2 }}>
      {mayExport && (
        <>
          <IconAction label={words.runNow(job.title)} onPress={() => runNow.mutate(null)} busy={runNow.isPending}>
            <IconPlayerPlay size={18} aria-hidden />
          </IconAction>
          <IconAction
            label={job.editable ? words.edit(job.title) : words.notEditable}
            onPress={() => open({ kind: 'edit', jobId: job.id })}
            disabled={!job.editable}
          >
            <IconPencil size={18} aria-hidden />
          </IconAction>
        </>
      )}
      <HistoryLink job={job} />
      {mayExport && (
        <IconAction label={words.remove(job.title)} onPress={() => open({ kind: 'delete', job })} color="red">
          <IconTrash size={18} aria-hidden />
        </IconAction>
      )}
      <MoreActions job={job} mayExport={mayExport} />
    </div>
  );
});

function HistoryLink({ job }: { job: Job }) {
  const label = texts.jobs.history(job.title);
  const { hint, ...listening } = useHint(label);
  return (
    <>
      <Link {...listening} className={ICON_ACTION} to={`/history?jobId=${encodeURIComponent(job.id)}`} aria-label={label}>
        <IconMenu2 size={18} aria-hidden />
      </Link>
      {hint}
    </>
  );
}

function MoreActions({ job, mayExport }: { job: Job; mayExport: boolean }) {
  const words = texts.jobs;
  const open = useOpenJobDialog();
  const isRecurring = job.schedule.kind !== 'ONCE';
  return (
    <RowMenu label={words.moreFor(job.title)} icon={<IconDots size={18} aria-hidden />}>
      {() => (
        <>
          <Menu.Item leftSection={<IconCalendarStats size={16} aria-hidden />} onClick={() => open({ kind: 'coverage', job })}>
            {words.coverage.open}
          </Menu.Item>
          {mayExport && (
            <>
              <Menu.Item leftSection={<IconPlayerTrackNext size={16} aria-hidden />} onClick={() => open({ kind: 'run', job })}>
                {words.runWindow.open}
              </Menu.Item>
              {isRecurring && (
                <Menu.Item leftSection={<IconHistoryToggle size={16} aria-hidden />} onClick={() => open({ kind: 'backfill', job })}>
                  {words.backfill.open}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => open({ kind: 'clone', jobId: job.id })}>
                {words.clone}
              </Menu.Item>
            </>
          )}
        </>
      )}
    </RowMenu>
  );
}
