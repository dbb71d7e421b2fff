import { Button, Collapse, Paper, SimpleGrid, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { texts } from '../../texts';

interface Props {
  label: string;
  /** how many of the others are set */
  set: number;
  /** the one that is always in view */
  search: ReactNode;
  children: ReactNode;
}

/** The filters of a list; on a phone all but one are folded away, so that the list itself is in view. */
export function Filters({ label, set, search, children }: Props) {
  const narrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const [open, { toggle }] = useDisclosure(set > 0);
  return (
    <Paper withBorder p="sm" role="search" aria-label={label} className="no-print">
      {narrow ? (
        <Stack gap="sm">
          {search}
          <MoreFilters set={set} open={open} onPress={toggle} />
          <Collapse expanded={open} keepMounted={false}>
            <Stack gap="sm">{children}</Stack>
          </Collapse>
        </Stack>
      ) : (
        <SimpleGrid cols={{ base: 2, md: 3, lg: 5 }} spacing="sm">
          {search}
          {children}
        </SimpleGrid>
      )}
    </Paper>
  );
}

/** Shows and hides the filters that are folded away, and says how many of them are set. */
export function MoreFilters({ set, open, onPress }: { set: number; open: boolean; onPress: () => void }) {
  return (
    <Button variant="default" size="xs" style={{ alignSelf: 'start' }} leftSection={<IconFilter size={14} aria-hidden />} onClick={onPress} aria-expanded={open}>
      {texts.lists.moreFilters(set)}
    </Button>
  );
}
