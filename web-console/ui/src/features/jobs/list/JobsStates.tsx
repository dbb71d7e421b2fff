import { Button, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconShip } from '@tabler/icons-react';
import { texts } from '../../texts';

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

export function EmptyJobs({ filtered, onAdd }: { filtered: boolean; onAdd: () => void }) {
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="sm" py="xl">
        <IconShip size={48} stroke={1.2} aria-hidden color="var(--mantine-color-harbour-7)" />
        <Title order={2} size="h4">
          {filtered ? texts.jobs.noMatch : texts.jobs.empty}
        </Title>
        {!filtered && (
          <>
            <Text c="dimmed" maw={460} ta="center">
              {texts.jobs.emptyHint}
            </Text>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd} variant="default">
              {texts.jobs.add}
            </Button>
          </>
        )}
      </Stack>
    </Paper>
  );
}
