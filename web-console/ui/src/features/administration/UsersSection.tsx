import { ActionIcon, Badge, Button, Group, Paper, Stack, Table, Text, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconKey, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../api/http';
import { DateAndTime } from '../../layout/DateAndTime';
import { report } from '../../layout/reports';
import { texts } from '../../texts';
import { useLabels } from '../lists/dataset';
import { ListStates } from '../lists/ListStates';
import { SearchField } from '../lists/SearchField';
import { adminKeys, useUsers } from './queries';
import { ShownOnce } from './ShownOnce';
import type { User, UserWithPassword } from './types';
import { UserDialog } from './UserDialog';
import { WideTable } from '../lists/WideTable';

/** Which dialog is open: for a new user, for one that is there, or none. */
type Editing = { user: User | null } | null;

export function UsersSection() {
  const words = texts.administration.users;
  const [q, setQ] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing>(null);
  const [made, setMade] = useState<UserWithPassword | null>(null);
  const users = useUsers(q);
  const items = users.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <SearchField label={words.search} value={q} onChange={setQ} />
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing({ user: null })}>
          {words.add}
        </Button>
      </Group>
      <ListStates query={users} count={items.length} failed={words.failed} empty={words.empty} more={words.more}>
        <UsersTable users={items} onEdit={(user) => setEditing({ user })} onReset={setMade} />
      </ListStates>
      {editing !== null && <UserDialog user={editing.user} onCreated={setMade} onClose={() => setEditing(null)} />}
      {made !== null && (
        <ShownOnce title={words.oneTimePassword(made.user.name)} secret={made.oneTimePassword} onClose={() => setMade(null)}>
          <Text size="sm">{words.oneTimeHint}</Text>
        </ShownOnce>
      )}
    </Stack>
  );
}

interface TableProps {
  users: readonly User[];
  onEdit: (user: User) => void;
  onReset: (made: UserWithPassword) => void;
}

function UsersTable({ users, onEdit, onReset }: TableProps) {
  const words = texts.administration.users;
  const labels = useLabels();
  return (
    <Paper withBorder className="stacked">
      <WideTable minWidth={760} label={texts.administration.sections.users}>
        <Table verticalSpacing="xs" highlightOnHover aria-label={texts.administration.sections.users}>
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
            {users.map((user) => (
              <Table.Tr key={user.name}>
                <Table.Th scope="row" className="wrap">
                  {user.name}
                </Table.Th>
                <Table.Td data-label={words.columns.role}>{texts.administration.roles[user.role]}</Table.Td>
                <Table.Td data-label={words.columns.sources}>{user.sources === null ? texts.administration.allSources : user.sources.map(labels.source).join(', ')}</Table.Td>
                <Table.Td data-label={words.columns.state}>
                  <Badge variant="light" color={user.enabled ? 'green' : 'gray'} tt="none">
                    {user.enabled ? words.enabled : words.disabled}
                  </Badge>
                  {user.passwordChangeRequired && <Text size="xs">{words.passwordDue}</Text>}
                </Table.Td>
                <Table.Td data-label={words.columns.lastSignIn}>{user.lastSignedInAt === null ? texts.never : <DateAndTime instant={user.lastSignedInAt} />}</Table.Td>
                <Table.Td data-label={words.columns.created}>
                  <DateAndTime instant={user.createdAt} />
                  {user.createdBy !== null && (
                    <Text size="xs" c="dimmed">
                      {texts.administration.by(user.createdBy)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <UserActions user={user} onEdit={() => onEdit(user)} onReset={onReset} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Paper>
  );
}

function UserActions({ user, onEdit, onReset }: { user: User; onEdit: () => void; onReset: (made: UserWithPassword) => void }) {
  const words = texts.administration.users;
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: async () => (await http.post<UserWithPassword>(`/api/v1/users/${encodeURIComponent(user.name)}/reset-password`)).body,
    onSuccess: onReset,
    onError: report.failure,
    onSettled: () => queries.invalidateQueries({ queryKey: adminKeys.users }),
  });
  const confirm = () =>
    modals.openConfirmModal({
      title: words.resetTitle(user.name),
      children: <Text size="sm">{words.resetText}</Text>,
      labels: { confirm: words.resetConfirm, cancel: texts.cancel },
      onConfirm: () => reset.mutate(),
    });
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={words.edit(user.name)}>
        <ActionIcon variant="subtle" color="gray" aria-label={words.edit(user.name)} onClick={onEdit}>
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={words.reset(user.name)}>
        <ActionIcon variant="subtle" color="gray" aria-label={words.reset(user.name)} loading={reset.isPending} onClick={confirm}>
          <IconKey size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
