import { Group, Select } from '@mantine/core';
import type { JobFilter } from '../../api/queries';
import type { Catalog } from '../../api/types';
import { texts } from '../../texts';

/** Stands for no filter; the field then reads "All ...". */
const ALL = '';

interface Props {
  catalog: Catalog | undefined;
  filter: JobFilter;
  onChange: (filter: JobFilter) => void;
}

export function JobFilters({ catalog, filter, onChange }: Props) {
  const words = texts.jobs.filters;
  const sources = catalog?.sources ?? [];
  const types = sources.filter(({ source }) => filter.source === null || source === filter.source).flatMap((source) => source.types);
  return (
    <Group>
      <Select
        label={words.source}
        allowDeselect={false}
        data={[{ value: ALL, label: words.allSources }, ...sources.map(({ source, label }) => ({ value: source, label }))]}
        value={filter.source ?? ALL}
        onChange={(source) => onChange({ source: source === ALL ? null : source, type: null })}
      />
      <Select
        label={words.type}
        allowDeselect={false}
        data={[{ value: ALL, label: words.allTypes }, ...types.map(({ type, label }) => ({ value: type, label }))]}
        value={filter.type ?? ALL}
        onChange={(type) => onChange({ ...filter, type: type === ALL ? null : type })}
      />
    </Group>
  );
}
