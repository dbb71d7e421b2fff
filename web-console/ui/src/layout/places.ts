import type { QueryClient } from '@tanstack/react-query';
import { type ComponentType, createElement, lazy, useState } from 'react';
import { readCatalog, readMe } from '../api/queries';
import type { Me } from '../api/types';
import { artifactsQuery } from '../features/artifacts/queries';
import { artifactsAt } from '../features/artifacts/list';
import { historyAt } from '../features/history/list';
import { historyQuery } from '../features/history/queries';
import { jobsQuery } from '../features/jobs/job-queries';
import { listStateIn } from '../features/jobs/list/list-state';
import { texts } from '../texts';
import { CODE, pageAt, type PageName } from './pages';

/** Where a place is offered: in the Export menu (P14), beside it, in the menu of the account, or only by links on pages. */
export type Menu = 'export' | 'administration' | 'account' | 'none';

/** A page with an address. */
export interface Place {
  path: string;
  menu: Menu;
  name: () => string;
  code: PageName;
  page: ComponentType;
  /** fetches the code, unless it is there */
  fetch: () => Promise<void>;
  /** reads the list that the page at an address begins with */
  read?: (queries: QueryClient, address: URLSearchParams) => Promise<unknown>;
  /** Offered and shown only to them; the services refuse everybody else in any case. */
  isFor: (me: Me) => boolean;
}

const everybody = () => true;
const administrators = (me: Me) => me.administrator;

/** Code that is there is shown at once: what is fetched only when it is rendered would be preceded by a placeholder. */
function page<N extends string>(code: PageName, load: () => Promise<Record<N, ComponentType>>, name: N): Pick<Place, 'code' | 'page' | 'fetch'> {
  let present: ComponentType | undefined;
  const fetch = async () => {
    present = (await load())[name];
  };
  const late = lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
  const Page = () => {
    const [shown] = useState<ComponentType>(() => present ?? late);
    return createElement(shown);
  };
  return { code, page: Page, fetch };
}

const RUNS = page('run', CODE.run, 'RunPage');
const ADMINISTRATION = page('administration', CODE.administration, 'AdministrationPage');

export const PLACES: readonly Place[] = [
  {
    path: '/jobs',
    menu: 'export',
    name: () => texts.navigation.jobs,
    ...page('jobs', CODE.jobs, 'JobsPage'),
    read: (queries, address) => queries.infiniteQuery(jobsQuery(listStateIn(address))),
    isFor: everybody,
  },
  {
    path: '/history',
    menu: 'export',
    name: () => texts.navigation.history,
    ...page('history', CODE.history, 'HistoryPage'),
    read: (queries, address) => {
      const { filter, order } = historyAt(address);
      return queries.infiniteQuery(historyQuery(filter, order));
    },
    isFor: everybody,
  },
  {
    path: '/history/:runId',
    menu: 'none',
    name: () => texts.navigation.history,
    ...RUNS,
    isFor: everybody,
  },
  {
    path: '/artifacts',
    menu: 'export',
    name: () => texts.navigation.artifacts,
    ...page('artifacts', CODE.artifacts, 'ArtifactsPage'),
    read: (queries, address) => {
      const { filter, order } = artifactsAt(address);
      return queries.infiniteQuery(artifactsQuery(filter, order));
    },
    isFor: everybody,
  },
  {
    path: '/administration',
    menu: 'administration',
    name: () => texts.navigation.administration,
    ...ADMINISTRATION,
    isFor: administrators,
  },
  {
    path: '/administration/:section',
    menu: 'none',
    name: () => texts.navigation.administration,
    ...ADMINISTRATION,
    isFor: administrators,
  },
  {
    path: '/preferences',
    menu: 'account',
    name: () => texts.navigation.preferences,
    ...page('preferences', CODE.preferences, 'PreferencesPage'),
    isFor: everybody,
  },
];

export function placesOf(menu: Menu, me: Me): readonly Place[] {
  return PLACES.filter((place) => place.menu === menu && place.isFor(me));
}

/** Takes in what the page at an address begins with: its code, who is signed in, and its list. Ends when all is there, or failed. */
export async function readPlaceAt(address: { pathname: string; search: string }, queries: QueryClient): Promise<void> {
  const code = pageAt(address.pathname);
  const place = PLACES.find((known) => known.code === code);
  if (place !== undefined) {
    await Promise.allSettled([place.fetch(), readFor(place, new URLSearchParams(address.search), queries)]);
  }
}

async function readFor(place: Place, address: URLSearchParams, queries: QueryClient): Promise<void> {
  const me = await readMe(queries);
  if (me !== null && place.isFor(me)) {
    await Promise.allSettled([readCatalog(queries), place.read?.(queries, address)]);
  }
}

/** Fetches the code of all places that one may go to from here. */
export function fetchPlacesOf(me: Me): void {
  ignoringFailure(PLACES.filter((place) => place.isFor(me)));
}

/** What cannot be fetched now is asked for again, and reported, when somebody goes there. */
function ignoringFailure(places: readonly Place[]) {
  for (const { fetch } of places) {
    fetch().catch(() => undefined);
  }
}
