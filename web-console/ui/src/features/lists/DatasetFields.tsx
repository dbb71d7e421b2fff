import { Select } from '@mantine/core';
import { useCatalog } from '../../api/queries';
import { texts } from '../../texts';

interface Props {
  source: string | null;
  type: string | null;
  onChange: (changes: { source?: string | null; type?: string | null }) => void;
}

/** Filters by source and type, with what the catalog offers. A type belongs to a source, so another source forgets it. */
export function DatasetFields({ source, type, onChange }: Props) {
  const sources = useCatalog().data?.sources ?? [];
  const types = new Map(
    sources.filter((candidate) => source === null || candidate.source === source).flatMap(({ types: offered }) => offered.map((one) => [one.type, one.label])),
  );
  const words = texts.history;
  return (
    <>
      <Select
        label={words.columns.source}
        placeholder={words.filters.allSources}
        clearable
        clearButtonProps={{ 'aria-label': texts.clear }}
        data={sources.map((one) => ({ value: one.source, label: one.label }))}
        value={source}
        onChange={(next) => onChange({ source: next, type: null })}
      />
      <Select
        label={words.columns.type}
        placeholder={words.filters.allTypes}
        clearable
        clearButtonProps={{ 'aria-label': texts.clear }}
        data={[...types].map(([value, label]) => ({ value, label }))}
        value={type}
        onChange={(next) => onChange({ type: next })}
      />
    </>
  );
}
