import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http';
import { keys } from '../../api/queries';
import type { Run } from '../../api/types';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { titleOf } from '../runs/progress';

/** What one may ask for a run: to stop, to be run again, to lose its line. */
export function useRunOrders(run: Run, onRemoved?: () => void) {
  const queries = useQueryClient();
  const path = encodeURIComponent(run.id);
  const settled = () => queries.invalidateQueries({ queryKey: keys.runs });
  const order = (verb: 'cancel' | 'retry', done: () => string) => ({
    mutationFn: () => http.post(`/api/v1/runs/${path}/${verb}`),
    onSuccess: () => report.done(done()),
    onError: report.failure,
    onSettled: settled,
  });
  const cancel = useMutation(order('cancel', () => texts.history.cancelled));
  const retry = useMutation(order('retry', () => texts.history.retried));
  const remove = useMutation({
    mutationFn: () => http.delete(`/api/v1/runs/${path}`),
    onSuccess: () => {
      report.done(texts.history.removed);
      onRemoved?.();
    },
    onError: report.failure,
    onSettled: settled,
  });
  const confirmRemoval = () => {
    const words = texts.history;
    modals.openConfirmModal({
      title: words.removeTitle,
      children: <Text size="sm">{words.removeText(titleOf(run))}</Text>,
      labels: { confirm: words.removeConfirm, cancel: texts.cancel },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(),
    });
  };
  return { cancel, retry, confirmRemoval };
}
