import { useMemo } from 'react';
import { useCatalog } from '../../api/queries';
import type { Catalog } from '../../api/types';

/** What the catalog calls a source and a type; their names in the API where it does not know them (any more). */
export function labelsIn(catalog: Catalog | undefined) {
  const source = (name: string) => catalog?.sources.find((one) => one.source === name)?.label ?? name;
  const type = (name: string) =>
    catalog?.sources.flatMap((one) => one.types).find((one) => one.type === name)?.label ?? name.charAt(0) + name.slice(1).toLowerCase();
  return { source, type };
}

export type Labels = ReturnType<typeof labelsIn>;

/** The same at every rendering, until the catalog changes. */
export function useLabels(): Labels {
  const catalog = useCatalog().data;
  return useMemo(() => labelsIn(catalog), [catalog]);
}
