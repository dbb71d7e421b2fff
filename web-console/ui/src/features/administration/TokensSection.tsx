import { ActionIcon, Badge, Button, Code, Group, Paper, Stack, Table, Text, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../api/http';
import { DateAndTime } from '../../layout/DateAndTime';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { useLabels } from '../lists/dataset';
import { ListStates } from '../lists/ListStates';
import { adminKeys, useTokens } from './queries';
import { ShownOnce } from './ShownOnce';
import { TokenDialog } from './TokenDialog';
import type { Token } from './types';
import { WideTable } from '../lists/WideTable';

/** Personal access tokens: one's own, which one makes and revokes, or everybody's, which administrators revoke. */
export function TokensSection({ of }: { of: 'own' | 'everybody' }) {
  const words = texts.administration.tokens;
  const tokens = useTokens(of);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Text size="sm">{words.intro}</Text>
        {of === 'own' && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
      </Group>
      <ListStates query={tokens} count={tokens.data?.length ?? 0} failed={words.failed} empty={words.empty}>
        <TokensTable tokens={tokens.data ?? []} withOwner={of === 'everybody'} />
      </ListStates>
      {adding && <TokenDialog onCreated={(made) => setSecret(made.secret)} onClose={() => setAdding(false)} />}
      {secret !== null && (
        <ShownOnce title={words.secret} secret={secret} onClose={() => setSecret(null)}>
          <Text size="sm">{words.usage}</Text>
          <Code block className="snippet">
            {`curl -H "Authorization: Bearer ${secret.slice(0, 8)}…" ${window.location.origin}/api/v1/jobs`}
          </Code>
        </ShownOnce>
      )}
    </Stack>
  );
}

function TokensTable({ tokens, withOwner }: { tokens: readonly Token[]; withOwner: boolean }) {
  const words = texts.administration.tokens;
  const labels = useLabels();
  const columns = Object.entries(words.columns).filter(([name]) => withOwner || name !== 'owner');
  return (
    <Paper withBorder className="stacked">
      <WideTable minWidth={720} label={texts.administration.sections.tokens}>
        <Table verticalSpacing="xs" highlightOnHover aria-label={texts.administration.sections.tokens}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(([name, label]) => (
                <Table.Th key={name} scope="col">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Th scope="row" className="wrap">
                  {token.name}
                </Table.Th>
                {withOwner && <Table.Td className="wrap" data-label={words.columns.owner}>{token.user}</Table.Td>}
                <Table.Td data-label={words.columns.role}>{texts.administration.roles[token.role]}</Table.Td>
                <Table.Td data-label={words.columns.sources}>{token.sources === null ? texts.administration.allSources : token.sources.map(labels.source).join(', ')}</Table.Td>
                <Table.Td data-label={words.columns.created}>
                  <DateAndTime instant={token.createdAt} />
                </Table.Td>
                <Table.Td data-label={words.columns.expires}>
                  {token.expired ? (
                    <Badge variant="light" color="gray" tt="none">
                      {words.expired}
                    </Badge>
                  ) : (
                    <DateAndTime instant={token.expiresAt} />
                  )}
                </Table.Td>
                <Table.Td data-label={words.columns.used}>{token.lastUsedAt === null ? texts.never : <DateAndTime instant={token.lastUsedAt} />}</Table.Td>
                <Table.Td>
                  <Revoke token={token} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Paper>
  );
}

function Revoke({ token }: { token: Token }) {
  const words = texts.administration.tokens;
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => http.delete(`/api/v1/tokens/${encodeURIComponent(token.id)}`),
    onSuccess: () => report.done(words.revoked),
    onError: report.failure,
    onSettled: () => queries.invalidateQueries({ queryKey: adminKeys.tokens }),
  });
  const confirm = () =>
    modals.openConfirmModal({
      title: words.revokeTitle,
      children: <Text size="sm">{words.revokeText(token.name)}</Text>,
      labels: { confirm: words.revokeConfirm, cancel: texts.cancel },
      confirmProps: { color: 'red' },
      onConfirm: () => revoke.mutate(),
    });
  return (
    <Tooltip label={words.revoke(token.name)}>
      <ActionIcon variant="subtle" color="gray" aria-label={words.revoke(token.name)} loading={revoke.isPending} onClick={confirm}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
