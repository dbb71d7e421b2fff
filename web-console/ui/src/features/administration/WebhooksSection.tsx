import { Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Webhook } from '../../api/types';
import { texts } from '../../texts';
import { ListStates } from '../lists/ListStates';
import { DeliveriesDrawer } from './DeliveriesDrawer';
import { useWebhooks } from './queries';
import { ShownOnce } from './ShownOnce';
import { WebhookDialog } from './WebhookDialog';
import { WebhookRow } from './WebhookRow';
import { WideTable } from '../lists/WideTable';

/** Which dialog is open: for a new webhook, for one that is there, or none. */
type Editing = { webhook: Webhook | null } | null;

export function WebhooksSection() {
  const words = texts.administration.webhooks;
  const webhooks = useWebhooks();
  const items = webhooks.data?.pages.flatMap((page) => page.items) ?? [];
  const [editing, setEditing] = useState<Editing>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [delivering, setDelivering] = useState<Webhook | null>(null);
  const keepSecret = (webhook: Webhook) => setSecret(webhook.secret);
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Text size="sm">{words.intro}</Text>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing({ webhook: null })}>
          {words.add}
        </Button>
      </Group>
      <ListStates query={webhooks} count={items.length} failed={words.failed} empty={words.empty} more={words.more}>
        <Paper withBorder className="stacked">
          <WideTable minWidth={720} label={texts.administration.sections.webhooks}>
            <Table verticalSpacing="xs" highlightOnHover aria-label={texts.administration.sections.webhooks}>
              <Table.Thead>
                <Table.Tr>
                  {Object.entries(words.columns).map(([name, label]) => (
                    <Table.Th key={name} scope="col">
                      {label}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((webhook) => (
                  <WebhookRow
                    key={webhook.id}
                    webhook={webhook}
                    onEdit={() => setEditing({ webhook })}
                    onSecret={keepSecret}
                    onDeliveries={() => setDelivering(webhook)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
        </Paper>
      </ListStates>
      {editing !== null && <WebhookDialog webhook={editing.webhook} onCreated={keepSecret} onClose={() => setEditing(null)} />}
      {secret !== null && <ShownOnce title={words.secret} secret={secret} onClose={() => setSecret(null)} />}
      {delivering !== null && <DeliveriesDrawer webhook={delivering} onClose={() => setDelivering(null)} />}
    </Stack>
  );
}
