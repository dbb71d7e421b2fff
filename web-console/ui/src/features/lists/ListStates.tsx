import { Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureNote } from '../../layout/FailureNote';
import { texts } from '../../texts';

interface Query {
  isPending: boolean;
  isError: boolean;
  error: Error | null;
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
}

interface Props {
  query: Query;
  /** how many entries are loaded */
  count: number;
  isFiltered?: boolean;
  failed: string;
  empty: string;
  emptyHint?: string;
  noMatch?: string;
  more?: string;
  onClear?: () => void;
  children: ReactNode;
}

/** What a list shows before, instead of and below its entries. */
export function ListStates({ query, count, isFiltered = false, failed, empty, emptyHint, noMatch, more, onClear, children }: Props) {
  if (query.isPending) {
    return <ListSkeleton />;
  }
  if (query.isError && query.error !== null && count === 0) {
    return <FailureNote title={failed} failure={query.error} onRetry={() => query.refetch()} />;
  }
  if (count === 0) {
    return (
      <Paper withBorder p="xl">
        <Stack align="center" gap="xs">
          <Text fw={600} ta="center">{isFiltered ? (noMatch ?? empty) : empty}</Text>
          {isFiltered && onClear !== undefined ? (
            <Button variant="default" size="sm" onClick={onClear}>
              {texts.lists.clearFilters}
            </Button>
          ) : (
            emptyHint !== undefined && (
              <Text size="sm" c="dimmed" ta="center">
                {emptyHint}
              </Text>
            )
          )}
        </Stack>
      </Paper>
    );
  }
  return (
    <Stack gap="sm">
      {query.isError && query.error !== null && <FailureNote title={failed} failure={query.error} onRetry={() => query.refetch()} />}
      {children}
      {query.hasNextPage === true && more !== undefined && (
        <Group justify="center">
          <Button variant="default" loading={query.isFetchingNextPage === true} onClick={() => query.fetchNextPage?.()}>
            {more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

export function ListSkeleton() {
  return (
    <Paper withBorder p="md" role="status" aria-label={texts.loading}>
      <Stack gap="md">
        {[100, 96, 98, 92, 97].map((width) => (
          <Skeleton key={width} height={28} width={`${width}%`} />
        ))}
      </Stack>
    </Paper>
  );
}
