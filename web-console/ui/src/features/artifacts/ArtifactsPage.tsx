import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';
import { countSet, isFiltered } from '../lists/address';
import { DatasetFields } from '../lists/DatasetFields';
import { Filters } from '../lists/Filters';
import { InstantField } from '../lists/InstantField';
import { ListStates } from '../lists/ListStates';
import { SearchField } from '../lists/SearchField';
import { useListAddress } from '../lists/use-address';
import { ArtifactCards } from './ArtifactCards';
import { ArtifactsTable } from './ArtifactsTable';
import { FILTERS, SORTABLE, usualOrderAt } from './list';
import { useArtifactList } from './queries';
import { NOTHING, type Selection } from './selection';
import { SelectionBar } from './SelectionBar';

const FOLDED = ['source', 'type', 'createdFrom', 'createdTo'] as const;

/** Files and manifests that can be downloaded until they expire. */
export function ArtifactsPage() {
  const words = texts.artifacts;
  useTitle(words.title);
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [address] = useSearchParams();
  const { filter, order, set, clear, press } = useListAddress(FILTERS, SORTABLE, usualOrderAt(address));
  const list = useArtifactList(filter, order);
  const artifacts = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const first = artifacts[0];
  const narrowed = filter.runId !== null || filter.jobId !== null;
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {words.title}
        </Title>
        {narrowed && (
          <Group>
            <Text>{filter.jobId !== null && first !== undefined ? words.ofJob(first.jobTitle ?? texts.history.untitled) : words.ofRun}</Text>
            <Anchor component={Link} to="/artifacts" underline="always">
              {words.all}
            </Anchor>
          </Group>
        )}
      </Group>
      <Filters
        label={words.filters.label}
        set={countSet(filter, FOLDED)}
        search={<SearchField label={words.filters.search} value={filter.q} onChange={(q) => set({ q })} />}
      >
        <DatasetFields source={filter.source} type={filter.type} onChange={set} />
        <InstantField label={words.filters.createdFrom} value={filter.createdFrom} onChange={(createdFrom) => set({ createdFrom })} />
        <InstantField label={words.filters.createdTo} value={filter.createdTo} onChange={(createdTo) => set({ createdTo })} />
      </Filters>
      <SelectionBar selection={selection} onSelect={setSelection} />
      <ListStates
        query={list}
        count={artifacts.length}
        isFiltered={isFiltered(filter)}
        failed={words.failed}
        empty={words.empty}
        emptyHint={words.emptyHint}
        noMatch={words.noMatch}
        more={words.more}
        onClear={clear}
      >
        {narrow ? (
          <ArtifactCards artifacts={artifacts} selection={selection} onSelect={setSelection} />
        ) : (
          <ArtifactsTable artifacts={artifacts} order={order} onPress={press} selection={selection} onSelect={setSelection} />
        )}
      </ListStates>
    </Stack>
  );
}
