import type { QueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { matchPath } from 'react-router';
import { askAhead, reportedByPage } from '../api/queries';
import type { Me } from '../api/types';
import { FILTERS, historyQuery, NEWEST_FIRST, SORTABLE } from '../features/history/queries';
import { jobsQuery } from '../features/jobs/job-queries';
import { listStateIn } from '../features/jobs/list/list-state';
import { filterIn, orderIn } from '../features/lists/address';
import { texts } from '../texts';

/** Where a place is offered: in the Export menu (P14), beside it, in the menu of the account, or only by links on pages. */
export type Menu = 'export' | 'administration' | 'account' | 'none';

/** A page with an address. Its code is fetched by itself, so that none waits for that of the others. */
export interface Place {
  path: string;
  menu: Menu;
  name: () => string;
  page: LazyExoticComponent<ComponentType>;
  /** fetches the code, unless it is there */
  fetch: () => Promise<unknown>;
  /** asks for the list that the page at an address begins with */
  ask?: (queries: QueryClient, address: URLSearchParams) => Promise<unknown>;
  /** Offered and shown only to them; the services refuse everybody else in any case. */
  isFor: (me: Me) => boolean;
}

const everybody = () => true;
const administrators = (me: Me) => me.administrator;

function page<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N): Pick<Place, 'page' | 'fetch'> {
  return { page: lazy(async () => ({ default: (await load())[name] })), fetch: load };
}

export const PLACES: readonly Place[] = [
  {
    path: '/jobs',
    menu: 'export',
    name: () => texts.navigation.jobs,
    ...page(() => import('../features/jobs/JobsPage'), 'JobsPage'),
    ask: (queries, address) => queries.infiniteQuery(jobsQuery(listStateIn(address))),
    isFor: everybody,
  },
  {
    path: '/history',
    menu: 'export',
    name: () => texts.navigation.history,
    ...page(() => import('../features/history/HistoryPage'), 'HistoryPage'),
    ask: (queries, address) => queries.infiniteQuery(historyQuery(filterIn(address, FILTERS), orderIn(address, SORTABLE, NEWEST_FIRST))),
    isFor: everybody,
  },
  {
    path: '/history/:runId',
    menu: 'none',
    name: () => texts.navigation.history,
    ...page(() => import('../features/history/RunPage'), 'RunPage'),
    isFor: everybody,
  },
  {
    path: '/artifacts',
    menu: 'export',
    name: () => texts.navigation.artifacts,
    ...page(() => import('../features/artifacts/ArtifactsPage'), 'ArtifactsPage'),
    isFor: everybody,
  },
  {
    path: '/administration',
    menu: 'administration',
    name: () => texts.navigation.administration,
    ...page(() => import('../features/administration/AdministrationPage'), 'AdministrationPage'),
    isFor: administrators,
  },
  {
    path: '/administration/:section',
    menu: 'none',
    name: () => texts.navigation.administration,
    ...page(() => import('../features/administration/AdministrationPage'), 'AdministrationPage'),
    isFor: administrators,
  },
  {
    path: '/preferences',
    menu: 'account',
    name: () => texts.navigation.preferences,
    ...page(() => import('../features/preferences/PreferencesPage'), 'PreferencesPage'),
    isFor: everybody,
  },
];

export function placesOf(menu: Menu, me: Me): readonly Place[] {
  return PLACES.filter((place) => place.menu === menu && place.isFor(me));
}

/**
 * Begins to fetch the code of the page at an address, while it is being asked who is signed in; and its list as soon as that
 * is known. One after the other they would be waited for three times.
 */
export function fetchPlaceAt(address: { pathname: string; search: string }, queries: QueryClient): void {
  const places = PLACES.filter(({ path }) => matchPath(path, address.pathname) !== null || (address.pathname === '/' && path === '/jobs'));
  for (const place of places) {
    askFor(place, new URLSearchParams(address.search), queries).catch(reportedByPage);
  }
  ignoringFailure(places);
}

async function askFor(place: Place, address: URLSearchParams, queries: QueryClient): Promise<void> {
  const me = await askAhead(queries);
  if (me !== null && place.isFor(me)) {
    await place.ask?.(queries, address);
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
