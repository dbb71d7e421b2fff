import { Button, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconShip } from '@tabler/icons-react';
import { texts } from '../../../texts';

export function JobsSkeleton() {
  return (
    <Paper withBorder p="md" role="status" aria-label={texts.loading}>
      <Stack>
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} height={36} />
        ))}
      </Stack>
    </Paper>
  );
}

interface Props {
  filtered: boolean;
  /** absent for those who may not add jobs */
  onAdd: (() => void) | undefined;
  onClearFilters: () => void;
}

export function EmptyJobs({ filtered, onAdd, onClearFilters }: Props) {
  const words = texts.jobs;
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="sm" py="xl">
        <IconShip size={48} stroke={1.2} aria-hidden color="var(--mantine-color-harbour-6)" />
        <Title order={2} size="h4">
          {filtered ? words.noMatch : words.empty}
        </Title>
        {filtered && (
          <Button onClick={onClearFilters} variant="default">
            {words.clearFilters}
          </Button>
        )}
        {!filtered && onAdd !== undefined && (
          <>
            <Text c="dimmed" maw={460} ta="center">
              {words.emptyHint}
            </Text>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd} variant="default">
              {words.add}
            </Button>
          </>
        )}
      </Stack>
    </Paper>
  );
}
