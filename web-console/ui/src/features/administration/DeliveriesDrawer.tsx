import { Badge, Button, Group, Loader, Select, Stack, Table, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../api/http';
import type { Delivery, Replay, Webhook } from '../../api/types';
import { SideDialog } from '../../layout/Dialog';
import { report } from '../../layout/reports';
import { displayZone } from '../../preferences';
import { texts } from '../../texts';
import { clockIn, instantIn } from '../../time';
import { ListStates } from '../lists/ListStates';
import { tookInWords } from '../history/task-name';
import { adminKeys, useDeliveries, useDelivery } from './queries';

const COLORS: Record<Delivery['state'], string> = { PENDING: 'blue', DELIVERED: 'green', FAILED: 'red', CANCELLED: 'gray' };
const DAY_MS = 86_400_000;

/** The log of a webhook: each event, its attempts, what the endpoint answered; and sending again. */
export function DeliveriesDrawer({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const words = texts.administration.webhooks;
  const [state, setState] = useState<string | null>(null);
  const deliveries = useDeliveries(webhook.id, state);
  const items = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  const replay = useReplay(webhook);
  return (
    <SideDialog onClose={onClose} size="xl" title={words.deliveries(webhook.url)}>
      <Stack>
        <Group justify="space-between" align="end">
          <Select
            label={words.stateLabel}
            placeholder={words.anyState}
            clearable
            clearButtonProps={{ 'aria-label': texts.clear }}
            data={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
            value={state}
            onChange={setState}
          />
          <Button variant="default" leftSection={<IconSend size={16} aria-hidden />} loading={replay.isPending} onClick={() => replay.mutate()}>
            {words.replay}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {words.replayHint}
        </Text>
        <ListStates query={deliveries} count={items.length} failed={words.deliveriesFailed} empty={words.noDeliveries} more={words.moreDeliveries}>
          <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }} aria-label={words.deliveriesTitle}>
            {items.map((delivery) => (
              <DeliveryItem key={delivery.id} webhook={webhook} delivery={delivery} />
            ))}
          </Stack>
        </ListStates>
      </Stack>
    </SideDialog>
  );
}

/** Outcomes of the last day, for this webhook only: a test that needs no new run. */
function useReplay(webhook: Webhook) {
  const words = texts.administration.webhooks;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const now = Date.now();
      const body = { from: new Date(now - DAY_MS).toISOString(), to: new Date(now).toISOString(), jobId: webhook.jobId, webhookId: webhook.id };
      return (await http.post<Replay>('/api/v1/replays', body)).body;
    },
    onSuccess: ({ events }) => report.done(words.replayed(events)),
    onError: report.failure,
    onSettled: () => queries.invalidateQueries({ queryKey: adminKeys.deliveries(webhook.id) }),
  });
}

function DeliveryItem({ webhook, delivery }: { webhook: Webhook; delivery: Delivery }) {
  const words = texts.administration.webhooks;
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const zone = displayZone();
  const queued = instantIn(delivery.queuedAt, zone);
  const again = useMutation({
    mutationFn: () =>
      http.post(`/api/v1/webhooks/${encodeURIComponent(webhook.id)}/deliveries/${encodeURIComponent(delivery.id)}/redeliver`),
    onSuccess: () => report.done(words.redelivered),
    onError: report.failure,
    onSettled: () => queries.invalidateQueries({ queryKey: adminKeys.deliveries(webhook.id) }),
  });
  return (
    <li className="delivery">
      <Group justify="space-between" wrap="nowrap" align="start">
        <Stack gap={2}>
          <Group gap="xs">
            <Badge variant="light" color={COLORS[delivery.state]} tt="none">
              {words.states[delivery.state]}
            </Badge>
            <Text size="sm" fw={600}>
              {delivery.outcome === null ? words.expiring : ((texts.status as Record<string, string>)[delivery.outcome] ?? delivery.outcome)}
            </Text>
            <Text size="sm">{queued}</Text>
          </Group>
          <Text size="xs" className="wrap">
            {answerOf(delivery, zone)}
          </Text>
        </Stack>
        <Button
          size="xs"
          variant="default"
          aria-label={words.redeliverOf(queued)}
          loading={again.isPending}
          onClick={() => again.mutate()}
        >
          {words.redeliver}
        </Button>
      </Group>
      {delivery.attempts > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {words.deliveryColumns.attempts}: {delivery.attempts}
          </summary>
          {open && <AttemptLog webhookId={webhook.id} delivery={delivery} label={words.attemptsOf(queued)} />}
        </details>
      )}
    </li>
  );
}

function answerOf(delivery: Delivery, zone: string): string {
  const words = texts.administration.webhooks;
  const parts = [
    ...(delivery.lastStatus === null ? [] : [words.status(delivery.lastStatus)]),
    ...(delivery.lastError === null ? [] : [delivery.lastError]),
    ...(delivery.nextAttemptAt === null || delivery.state !== 'PENDING' ? [] : [words.nextAttempt(instantIn(delivery.nextAttemptAt, zone))]),
  ];
  return parts.join(' · ');
}

function AttemptLog({ webhookId, delivery, label }: { webhookId: string; delivery: Delivery; label: string }) {
  const one = useDelivery(webhookId, delivery.id);
  const zone = displayZone();
  if (one.data === undefined) {
    return <Loader size="xs" aria-label={texts.loading} />;
  }
  return (
    <Table fz="xs" aria-label={label}>
      <Table.Tbody>
        {(one.data.log ?? []).map((attempt) => (
          <Table.Tr key={attempt.startedAt}>
            <Table.Td>{clockIn(attempt.startedAt, zone)}</Table.Td>
            <Table.Td>{tookInWords(attempt.durationMillis / 1000)}</Table.Td>
            <Table.Td className="wrap">
              {[attempt.status === null ? null : texts.administration.webhooks.status(attempt.status), attempt.error].filter((part) => part !== null).join(' · ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
