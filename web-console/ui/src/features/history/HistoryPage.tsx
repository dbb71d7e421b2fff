import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { isFiltered } from '../lists/address';
import { ListStates } from '../lists/ListStates';
import { useListAddress } from '../lists/use-address';
import { titleOf } from '../runs/progress';
import { HistoryFilters } from './HistoryFilters';
import { FILTERS, NEWEST_FIRST, SORTABLE } from './list';
import { useHistory } from './queries';
import { RunCards } from './RunCards';
import { RunsTable } from './RunsTable';

/** Active and completed runs of all jobs, or of the one in the address; kept up to date without a reload. */
export function HistoryPage() {
  const words = texts.history;
  useTitle(words.title);
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { filter, order, set, clear, press } = useListAddress(FILTERS, SORTABLE, NEWEST_FIRST);
  const history = useHistory(filter, order);
  const runs = useMemo(() => history.data?.pages.flatMap((page) => page.items) ?? [], [history.data]);
  const first = runs[0];
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {words.title}
        </Title>
        <Group>
          {filter.jobId !== null && (
            <>
              {first !== undefined && <Text>{words.ofJob(titleOf(first))}</Text>}
              <Anchor component={Link} to="/history" underline="always" className="no-print">
                {words.allJobs}
              </Anchor>
            </>
          )}
          <Button variant="default" size="sm" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
        </Group>
      </Group>
      <HistoryFilters filter={filter} onChange={set} onClear={clear} />
      <ListStates
        query={history}
        count={runs.length}
        isFiltered={isFiltered(filter)}
        failed={words.failed}
        empty={words.empty}
        emptyHint={words.emptyHint}
        noMatch={words.noMatch}
        more={words.more}
        onClear={clear}
      >
        {narrow ? <RunCards runs={runs} /> : <RunsTable runs={runs} order={order} onPress={press} />}
      </ListStates>
    </Stack>
  );
}
