import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { http, ProblemError } from './http';
import { ME_PATH, CATALOG_PATH } from './paths';
import { queryString } from './query-string';
import type { Artifact, Catalog, Me, Page, Run } from './types';

/** Keys of what is kept in the query cache. */
export const keys = {
  me: ['me'] as const,
  catalog: ['catalog'] as const,
  jobs: ['jobs'] as const,
  runs: ['runs'] as const,
  artifacts: ['artifacts'] as const,
};

const PAGE_SIZE = 100;

const ME = queryOptions({
  queryKey: keys.me,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return (await http.get<Me>(ME_PATH, { signal })).body;
    } catch (failure) {
      if (failure instanceof ProblemError && failure.status === 401) {
        return null;
      }
      throw failure;
    }
  },
  staleTime: 60_000,
});

const CATALOG = queryOptions({
  queryKey: keys.catalog,
  queryFn: async ({ signal }) => (await http.get<Catalog>(CATALOG_PATH, { signal })).body,
  staleTime: 10 * 60_000,
});

/** Who is signed in, before there is a page. Null when nobody may see any. */
export async function readMe(queries: QueryClient): Promise<Me | null> {
  const me = await queries.query(ME);
  return me === null || me.passwordChangeRequired ? null : me;
}

/** What every page needs, before there is one. */
export function readCatalog(queries: QueryClient): Promise<Catalog> {
  return queries.query(CATALOG);
}

/** Who is signed in; null when nobody is. */
export function useMe() {
  return useQuery(ME);
}

export function useCatalog() {
  return useQuery(CATALOG);
}

/** The latest runs, of one job or of all. */
export function useRuns(jobId: string | null) {
  return useQuery({
    queryKey: [...keys.runs, 'latest', jobId],
    queryFn: async ({ signal }) =>
      (await http.get<Page<Run>>(`/api/v1/runs${queryString({ jobId, limit: `${PAGE_SIZE}` })}`, { signal })).body.items,
  });
}

export function useArtifacts(runId: string) {
  return useQuery({
    queryKey: [...keys.artifacts, runId],
    queryFn: async ({ signal }) =>
      (await http.get<Page<Artifact>>(`/api/v1/artifacts${queryString({ runId, limit: '500' })}`, { signal })).body.items,
  });
}
