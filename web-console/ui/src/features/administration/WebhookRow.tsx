import { ActionIcon, Badge, Group, Table, Text, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconKey, IconListDetails, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { http } from '../../api/http';
import type { Webhook } from '../../api/types';
import { DateAndTime } from '../../layout/DateAndTime';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { adminKeys } from './queries';

interface Props {
  webhook: Webhook;
  onEdit: () => void;
  onSecret: (webhook: Webhook) => void;
  onDeliveries: () => void;
}

export function WebhookRow({ webhook, onEdit, onSecret, onDeliveries }: Props) {
  const words = texts.administration.webhooks;
  const orders = useWebhookOrders(webhook, onSecret);
  return (
    <Table.Tr>
      <Table.Th scope="row" className="wrap">
        {webhook.url}
        {webhook.description !== null && (
          <Text size="xs" c="dimmed" fw={400}>
            {webhook.description}
          </Text>
        )}
      </Table.Th>
      <Table.Td data-label={words.columns.job}>{webhook.jobId === null ? words.allJobs : <Link to={`/history?jobId=${encodeURIComponent(webhook.jobId)}`}>{words.oneJob}</Link>}</Table.Td>
      <Table.Td data-label={words.columns.state}>
        <Badge variant="light" color={webhook.enabled ? 'green' : 'gray'} tt="none">
          {webhook.enabled ? words.enabled : words.disabled}
        </Badge>
        {webhook.disabledBecause !== null && (
          <Text size="xs" maw={240}>
            {webhook.disabledBecause}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={words.columns.created}>
        <DateAndTime instant={webhook.createdAt} />
        <Text size="xs" c="dimmed">
          {texts.administration.by(webhook.createdBy)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap">
          <Order label={words.deliveries(webhook.url)} onPress={onDeliveries}>
            <IconListDetails size={18} aria-hidden />
          </Order>
          <Order label={words.edit(webhook.url)} onPress={onEdit}>
            <IconPencil size={18} aria-hidden />
          </Order>
          <Order label={words.newSecret(webhook.url)} onPress={orders.renew}>
            <IconKey size={18} aria-hidden />
          </Order>
          <Order label={words.remove(webhook.url)} onPress={orders.remove}>
            <IconTrash size={18} aria-hidden />
          </Order>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Order({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label} multiline maw={320}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onPress}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** A new secret and the end of a webhook, each after a question. */
function useWebhookOrders(webhook: Webhook, onSecret: (webhook: Webhook) => void) {
  const words = texts.administration.webhooks;
  const queries = useQueryClient();
  const path = `/api/v1/webhooks/${encodeURIComponent(webhook.id)}`;
  const settled = { onError: report.failure, onSettled: () => queries.invalidateQueries({ queryKey: adminKeys.webhooks }) };
  const renewal = useMutation({
    mutationFn: async () => (await http.post<Webhook>(`${path}/secret`)).body,
    onSuccess: onSecret,
    ...settled,
  });
  const removal = useMutation({ mutationFn: () => http.delete(path), onSuccess: () => report.done(words.removed), ...settled });
  return {
    renew: () =>
      modals.openConfirmModal({
        title: words.newSecretTitle,
        children: <Text size="sm">{words.newSecretText}</Text>,
        labels: { confirm: words.newSecretConfirm, cancel: texts.cancel },
        onConfirm: () => renewal.mutate(),
      }),
    remove: () =>
      modals.openConfirmModal({
        title: words.removeTitle,
        children: <Text size="sm">{words.removeText(webhook.url)}</Text>,
        labels: { confirm: words.removeConfirm, cancel: texts.cancel },
        confirmProps: { color: 'red' },
        onConfirm: () => removal.mutate(),
      }),
  };
}
