import { ActionIcon, Group, Menu, Tooltip } from '@mantine/core';
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
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMayExport } from '../../../api/queries';
import type { Job } from '../../../api/types';
import { texts } from '../../../texts';
import { useJobActions } from '../job-actions';
import { useOpenJobDialog } from './job-dialogs';

/** What can be done with a job: the frequent as buttons, the rest in a menu. */
export function RowActions({ job }: { job: Job }) {
  const words = texts.jobs;
  const open = useOpenJobDialog();
  const mayExport = useMayExport();
  const { runNow } = useJobActions(job);
  return (
    <Group gap={2} wrap="nowrap">
      {mayExport && (
        <>
          <Action label={words.runNow(job.title)} onClick={() => runNow.mutate(null)} busy={runNow.isPending}>
            <IconPlayerPlay size={18} aria-hidden />
          </Action>
          <Action
            label={job.editable ? words.edit(job.title) : words.notEditable}
            onClick={() => open({ kind: 'edit', jobId: job.id })}
            disabled={!job.editable}
          >
            <IconPencil size={18} aria-hidden />
          </Action>
        </>
      )}
      <Tooltip label={words.history(job.title)}>
        <ActionIcon
          component={Link}
          to={`/history?jobId=${encodeURIComponent(job.id)}`}
          variant="subtle"
          color="gray"
          aria-label={words.history(job.title)}
        >
          <IconMenu2 size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {mayExport && (
        <Action label={words.remove(job.title)} onClick={() => open({ kind: 'delete', job })} color="red">
          <IconTrash size={18} aria-hidden />
        </Action>
      )}
      <MoreActions job={job} mayExport={mayExport} />
    </Group>
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
