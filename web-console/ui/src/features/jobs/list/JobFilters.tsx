import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Catalog } from '../../../api/types';
import { texts } from '../../../texts';
import type { ListState } from './list-state';

/** Stands for no filter; the field then reads "All ...". */
const ALL = '';
const TYPING_PAUSE_MS = 250;

interface Props {
  catalog: Catalog | undefined;
  list: ListState;
  onChange: (list: ListState) => void;
}

export function JobFilters({ catalog, list, onChange }: Props) {
  const words = texts.jobs.filters;
  const sources = catalog?.sources ?? [];
  const types = sources.filter(({ source }) => list.source === null || source === list.source).flatMap((source) => source.types);
  return (
    <Group className="filters" align="end" role="search" aria-label={words.label}>
      <Search value={list.q} onChange={(q) => onChange({ ...list, q })} />
      <Select
        label={words.source}
        allowDeselect={false}
        data={[{ value: ALL, label: words.allSources }, ...sources.map(({ source, label }) => ({ value: source, label }))]}
        value={list.source ?? ALL}
        onChange={(source) => onChange({ ...list, source: source === ALL ? null : source, type: null })}
      />
      <Select
        label={words.type}
        allowDeselect={false}
        data={[{ value: ALL, label: words.allTypes }, ...types.map(({ type, label }) => ({ value: type, label }))]}
        value={list.type ?? ALL}
        onChange={(type) => onChange({ ...list, type: type === ALL ? null : type })}
      />
      <Select
        label={words.state}
        allowDeselect={false}
        data={[
          { value: ALL, label: words.allStates },
          { value: 'ACTIVE', label: texts.jobs.active },
          { value: 'SUSPENDED', label: texts.jobs.suspended },
        ]}
        value={list.state ?? ALL}
        onChange={(state) => onChange({ ...list, state: state === ALL ? null : state })}
      />
    </Group>
  );
}

/** Follows the typing after a pause. */
function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const tell = useDebouncedCallback(onChange, TYPING_PAUSE_MS);
  if (known !== value) {
    // Somebody else changed it: the browser's back button, or "clear filters".
    setKnown(value);
    setTyped((present) => (present.trim() === value ? present : value));
  }
  return (
    <TextInput
      type="search"
      label={texts.jobs.filters.search}
      placeholder={texts.jobs.filters.searchHint}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
