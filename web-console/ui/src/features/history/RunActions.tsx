import { Menu } from '@mantine/core';
import { IconCopyPlus, IconDotsVertical, IconFileDownload, IconListDetails, IconPlayerStop, IconRefresh, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Run } from '../../api/types';
import { IconAction } from '../../layout/IconAction';
import { texts } from '../../texts';
import { RowMenu } from '../lists/RowMenu';
import { hasEnded, titleOf } from '../runs/progress';
import { useMay } from '../sign-in/may';
import { useRunOrders } from './orders';

/** What can be done with a run: the likeliest as an icon, the rest in a menu. */
export function RunActions({ run }: { run: Run }) {
  const words = texts.history;
  const title = titleOf(run);
  const may = useMay();
  const orders = useRunOrders(run);
  const ended = hasEnded(run.status);
  return (
    <div className="beside" style={{ gap: 2, justifyContent: 'flex-end' }}>
      {may.export && !ended && (
        <IconAction label={words.cancelRun(title)} busy={orders.cancel.isPending} onPress={() => orders.cancel.mutate()}>
          <IconPlayerStop size={18} aria-hidden />
        </IconAction>
      )}
      {may.export && (run.status === 'FAILED' || run.status === 'CANCELLED') && (
        <IconAction label={words.retry(title)} busy={orders.retry.isPending} onPress={() => orders.retry.mutate()}>
          <IconRefresh size={18} aria-hidden />
        </IconAction>
      )}
      <RowMenu label={words.moreOf(title)} icon={<IconDotsVertical size={18} aria-hidden />}>
        {() => (
          <>
            <Menu.Item component={Link} to={`/history/${encodeURIComponent(run.id)}`} leftSection={<IconListDetails size={16} aria-hidden />}>
              {words.details}
            </Menu.Item>
            {(run.files ?? 0) > 0 && run.status === 'COMPLETED' && (
              <Menu.Item component={Link} to={`/artifacts?runId=${encodeURIComponent(run.id)}`} leftSection={<IconFileDownload size={16} aria-hidden />}>
                {words.artifacts}
              </Menu.Item>
            )}
            {may.export && (
              <Menu.Item component={Link} to={`/jobs?cloneRun=${encodeURIComponent(run.id)}`} leftSection={<IconCopyPlus size={16} aria-hidden />}>
                {words.clone}
              </Menu.Item>
            )}
            {may.export && ended && (
              <Menu.Item c="var(--mantine-color-error)" leftSection={<IconTrash size={16} aria-hidden />} onClick={orders.confirmRemoval}>
                {words.remove}
              </Menu.Item>
            )}
          </>
        )}
      </RowMenu>
    </div>
  );
}
