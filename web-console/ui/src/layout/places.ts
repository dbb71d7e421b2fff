import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Me } from '../api/types';
import { texts } from '../texts';

/** Where a place is offered: in the Export menu (P14), beside it, in the menu of the account, or only by links on pages. */
export type Menu = 'export' | 'administration' | 'account' | 'none';

/** A page with an address. Its code is fetched when somebody first goes there. */
export interface Place {
  path: string;
  menu: Menu;
  name: () => string;
  page: LazyExoticComponent<ComponentType>;
  /** Offered and shown only to them; the services refuse everybody else in any case. */
  isFor: (me: Me) => boolean;
}

const everybody = () => true;
const administrators = (me: Me) => me.administrator;

function page<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  return lazy(async () => ({ default: (await load())[name] }));
}

export const PLACES: readonly Place[] = [
  {
    path: '/jobs',
    menu: 'export',
    name: () => texts.navigation.jobs,
    page: page(() => import('../features/jobs/JobsPage'), 'JobsPage'),
    isFor: everybody,
  },
  {
    path: '/history',
    menu: 'export',
    name: () => texts.navigation.history,
    page: page(() => import('../features/history/HistoryPage'), 'HistoryPage'),
    isFor: everybody,
  },
  {
    path: '/history/:runId',
    menu: 'none',
    name: () => texts.navigation.history,
    page: page(() => import('../features/history/RunPage'), 'RunPage'),
    isFor: everybody,
  },
  {
    path: '/artifacts',
    menu: 'export',
    name: () => texts.navigation.artifacts,
    page: page(() => import('../features/artifacts/ArtifactsPage'), 'ArtifactsPage'),
    isFor: everybody,
  },
  {
    path: '/administration',
    menu: 'administration',
    name: () => texts.navigation.administration,
    page: page(() => import('../features/administration/AdministrationPage'), 'AdministrationPage'),
    isFor: administrators,
  },
  {
    path: '/administration/:section',
    menu: 'none',
    name: () => texts.navigation.administration,
    page: page(() => import('../features/administration/AdministrationPage'), 'AdministrationPage'),
    isFor: administrators,
  },
  {
    path: '/preferences',
    menu: 'account',
    name: () => texts.navigation.preferences,
    page: page(() => import('../features/preferences/PreferencesPage'), 'PreferencesPage'),
    isFor: everybody,
  },
];

export function placesOf(menu: Menu, me: Me): readonly Place[] {
  return PLACES.filter((place) => place.menu === menu && place.isFor(me));
}
