import { Anchor, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { queryString } from '../../api/query-string';
import { DateAndTime } from '../../layout/DateAndTime';
import { texts } from '../../texts';
import { countSet, isFiltered } from '../lists/address';
import { Filters } from '../lists/Filters';
import { InstantField } from '../lists/InstantField';
import { ListStates } from '../lists/ListStates';
import { SearchField } from '../lists/SearchField';
import { useListAddress } from '../lists/use-address';
import { actionInWords, changeInWords } from './changes';
import { AUDIT_FILTERS, useAudit } from './queries';
import type { AuditLine } from './types';
import { WideTable } from '../lists/WideTable';

/** The log sorts by time alone. */
const SORTABLE: readonly string[] = [];
const NEWEST_FIRST = { field: 'at', descending: true };

const FOLDED = ['actor', 'action', 'from', 'to'] as const;

/** Who did what, when and from where. */
export function AuditSection() {
  const words = texts.administration.audit;
  const { filter, set, clear } = useListAddress(AUDIT_FILTERS, SORTABLE, NEWEST_FIRST);
  const log = useAudit(filter);
  const lines = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Text size="sm">{words.intro}</Text>
        <Anchor href={`/api/v1/audit.csv${queryString(filter)}`} download="longshore-audit.csv" underline="always" size="sm">
          <Group gap={4} component="span">
            <IconDownload size={16} aria-hidden />
            {words.csv}
          </Group>
        </Anchor>
      </Group>
      <Filters
        label={words.filters.label}
        set={countSet(filter, FOLDED)}
        search={<SearchField label={words.filters.search} value={filter.q} onChange={(q) => set({ q })} />}
      >
        <SearchField label={words.filters.actor} value={filter.actor} onChange={(actor) => set({ actor })} search={false} />
        <SearchField
          label={words.filters.action}
          value={filter.action}
          onChange={(action) => set({ action: action === null ? null : action.trim().toUpperCase().replaceAll(/[ -]+/g, '_') })}
          search={false}
        />
        <InstantField label={words.filters.from} value={filter.from} onChange={(from) => set({ from })} />
        <InstantField label={words.filters.to} value={filter.to} onChange={(to) => set({ to })} />
      </Filters>
      <ListStates
        query={log}
        count={lines.length}
        isFiltered={isFiltered(filter)}
        failed={words.failed}
        empty={words.empty}
        noMatch={words.noMatch}
        more={words.more}
        onClear={clear}
      >
        <Paper withBorder className="stacked">
          <WideTable minWidth={860} label={texts.administration.sections.audit}>
            <Table verticalSpacing="xs" highlightOnHover aria-label={texts.administration.sections.audit}>
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
                {lines.map((line) => (
                  <Line key={line.id} line={line} />
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
        </Paper>
      </ListStates>
    </Stack>
  );
}

function Line({ line }: { line: AuditLine }) {
  const words = texts.administration.audit;
  const subject = line.subject.name ?? line.subject.id;
  return (
    <Table.Tr>
      <Table.Td data-label={words.columns.at}>
        <DateAndTime instant={line.at} />
      </Table.Td>
      <Table.Td className="wrap" data-label={words.columns.actor}>
        {line.actor}
        {line.role !== null && (
          <Text size="xs" c="dimmed">
            {(texts.administration.roles as Record<string, string>)[line.role] ?? line.role}
          </Text>
        )}
      </Table.Td>
      <Table.Th scope="row" fw={600}>
        {actionInWords(line.action)}
      </Table.Th>
      <Table.Td className="wrap" maw={280} data-label={words.columns.subject}>
        {subject}
        <Text size="xs" c="dimmed">
          {actionInWords(line.subject.kind)}
        </Text>
      </Table.Td>
      <Table.Td data-label={words.columns.address}>{line.address ?? texts.dash}</Table.Td>
      <Table.Td className="wrap" maw={320} data-label={words.columns.changes}>
        {line.changes.length === 0 ? (
          texts.dash
        ) : (
          <details>
            <summary aria-label={`${words.changesOf(subject)}: ${words.showChanges(line.changes.length)}`}>{words.showChanges(line.changes.length)}</summary>
            {line.changes.map((change) => (
              <Text key={change.field} size="xs">
                {changeInWords(change)}
              </Text>
            ))}
          </details>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
