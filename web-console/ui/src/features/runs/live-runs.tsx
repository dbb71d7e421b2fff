import { type InfiniteData, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { keys, useRuns } from '../../api/queries';
import type { Page, Run } from '../../api/types';
import { hasEnded, latestWith, newer, type RunsOfJobs, withNews } from './progress';

const STREAM = '/api/v1/runs/stream';
const RETRY_AFTER_MS = 5_000;
/** As many runs as a list shows; older ones are asked for when somebody looks. */
const LIST_LIMIT = 100;
/** Lists whose order or filters news may touch are asked for anew: soon, but at most this often. */
const RELIST_MS = 2_000;
const SOON_MS = 100;

const LiveRuns = createContext<RunsOfJobs>(new Map());

/** The latest run of a job, as the stream tells it or, before it has told anything, the list of runs. */
export function useLiveRun(jobId: string): Run | undefined {
  return useContext(LiveRuns).get(jobId);
}

/** Listens to the stream of runs while somebody is signed in, and keeps lists and bars up to date without reloading. */
export function LiveRunsProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [told, setTold] = useState<RunsOfJobs>(new Map());
  const listed = useRuns(null).data;
  const runs = useMemo(() => (listed ?? []).reduce(latestWith, told), [listed, told]);

  useEffect(() => {
    const seen = new Map<string, string>();
    let relisting: ReturnType<typeof setTimeout> | undefined;
    let relistedAt = 0;
    let jobsToo = false;
    const relist = () => {
      relisting ??= setTimeout(() => {
        relisting = undefined;
        relistedAt = Date.now();
        void queries.invalidateQueries({ queryKey: [...keys.runs, 'list'] });
        void queries.invalidateQueries({ queryKey: keys.artifacts });
        if (jobsToo) {
          jobsToo = false;
          void queries.invalidateQueries({ queryKey: keys.jobs });
        }
      }, Math.max(SOON_MS, relistedAt + RELIST_MS - Date.now()));
    };
    const stop = listen((run) => {
      setTold((known) => latestWith(known, run));
      updateLists(queries, run);
      const before = seen.get(run.id);
      seen.set(run.id, run.status);
      if (before !== run.status) {
        jobsToo ||= before === undefined || hasEnded(run.status);
        relist();
      }
    }, () => void queries.invalidateQueries({ queryKey: keys.me }));
    return () => {
      clearTimeout(relisting);
      stop();
    };
  }, [queries]);

  return <LiveRuns.Provider value={runs}>{children}</LiveRuns.Provider>;
}

/** The browser comes back by itself after a broken connection; after a refusal it does not, so this does. */
function listen(onRun: (run: Run) => void, onRefused: () => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(STREAM);
    source.addEventListener('run', (event: MessageEvent<string>) => onRun(JSON.parse(event.data) as Run));
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) {
        onRefused();
        timer = setTimeout(open, RETRY_AFTER_MS);
      }
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function updateLists(queries: QueryClient, run: Run) {
  for (const [key] of queries.getQueriesData<Run[]>({ queryKey: [...keys.runs, 'latest'] })) {
    const ofJob = key[2];
    if (ofJob === null || ofJob === run.jobId) {
      queries.setQueryData<Run[]>(key, (runs) => (runs === undefined ? undefined : withNews(runs, run, LIST_LIMIT)));
    }
  }
  queries.setQueriesData<InfiniteData<Page<Run>>>({ queryKey: [...keys.runs, 'list'] }, (list) =>
    list?.pages.some((page) => page.items.some((known) => known.id === run.id)) === true
      ? { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map((known) => (known.id === run.id ? newer(known, run) : known)) })) }
      : list,
  );
  queries.setQueryData<Run>([...keys.runs, 'one', run.id], (known) => (known === undefined ? undefined : newer(known, run)));
}
