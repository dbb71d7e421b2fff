import { ActionIcon, Group, Menu } from '@mantine/core';
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
import { useMayExport } from '../../../api/queries';
import type { Job } from '../../../api/types';
import { IconAction } from '../../../layout/IconAction';
import { useHint } from '../../../layout/use-hint';
import { texts } from '../../../texts';
import { useJobActions } from '../job-actions';
import { useOpenJobDialog } from './job-dialogs';

/** What can be done with a job: the frequent as buttons, the rest in a menu. */
export const RowActions = memo(function RowActions({ job }: { job: Job }) {
  const words = texts.jobs;
  const open = useOpenJobDialog();
  const mayExport = useMayExport();
  const { runNow } = useJobActions(job);
  return (
    <Group gap={2} wrap="nowrap">
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
    </Group>
  );
});

function HistoryLink({ job }: { job: Job }) {
  const label = texts.jobs.history(job.title);
  const { hint, ...listening } = useHint(label);
  return (
    <>
      <ActionIcon
        {...listening}
        component={Link}
        to={`/history?jobId=${encodeURIComponent(job.id)}`}
        variant="subtle"
        color="gray"
        aria-label={label}
      >
        <IconMenu2 size={18} aria-hidden />
      </ActionIcon>
      {hint}
    </>
  );
}

function MoreActions({ job, mayExport }: { job: Job; mayExport: boolean }) {
  const words = texts.jobs;
  const open = useOpenJobDialog();
  const isRecurring = job.schedule.kind !== 'ONCE';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.moreFor(job.title)}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  );
}
