import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { http, ProblemError } from './http';
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

/** Whether one may create, change and run jobs; services refuse it to others in any case. */
export function useMayExport(): boolean {
  const roles = useMe().data?.roles ?? [];
  return roles.includes('EXPORTER') || roles.includes('ADMIN');
}

const ME = queryOptions({
  queryKey: keys.me,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return (await http.get<Me>('/api/v1/me', { signal })).body;
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
  queryFn: async ({ signal }) => (await http.get<Catalog>('/api/v1/catalog', { signal })).body,
  staleTime: 10 * 60_000,
});

/** What was asked ahead and failed is asked for again by the page, which shows the failure. */
export const reportedByPage = () => undefined;

/** Asks who is signed in, and for what every page needs, before there is a page. Null when nobody may see any. */
export async function askAhead(queries: QueryClient): Promise<Me | null> {
  const me = await queries.query(ME);
  if (me === null || me.passwordChangeRequired) {
    return null;
  }
  queries.query(CATALOG).catch(reportedByPage);
  return me;
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

export function queryString(parameters: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
