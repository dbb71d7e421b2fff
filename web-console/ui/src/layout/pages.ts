import { artifactsAt, artifactsPath } from '../features/artifacts/list';
import { historyAt, historyPath } from '../features/history/list';
import { jobsPath, listStateIn } from '../features/jobs/list/list-state';

/** The code of the pages, each fetched by itself, so that none waits for that of the others. */
export const CODE = {
  jobs: () => import('../features/jobs/JobsPage'),
  history: () => import('../features/history/HistoryPage'),
  run: () => import('../features/history/RunPage'),
  artifacts: () => import('../features/artifacts/ArtifactsPage'),
  administration: () => import('../features/administration/AdministrationPage'),
  preferences: () => import('../features/preferences/PreferencesPage'),
} as const;

export type PageName = keyof typeof CODE;

/** The page at a path of the console; undefined where there is none behind the sign-in. */
export function pageAt(path: string): PageName | undefined {
  const [section = '', one, more] = path.replace(/^\/+|\/+$/g, '').split('/');
  if (more !== undefined) {
    return undefined;
  }
  switch (section) {
    case '':
      return 'jobs';
    case 'history':
      return one === undefined ? 'history' : 'run';
    case 'administration':
      return 'administration';
    case 'jobs':
    case 'artifacts':
    case 'preferences':
      return one === undefined ? section : undefined;
    default:
      return undefined;
  }
}

/** Where the API has the list that a page begins with, for the filters in its address; undefined for pages without one. */
export function firstPathOf(page: PageName, address: URLSearchParams): string | undefined {
  switch (page) {
    case 'jobs':
      return jobsPath(listStateIn(address), null);
    case 'history': {
      const { filter, order } = historyAt(address);
      return historyPath(filter, order, null);
    }
    case 'artifacts': {
      const { filter, order } = artifactsAt(address);
      return artifactsPath(filter, order, null);
    }
    default:
      return undefined;
  }
}
