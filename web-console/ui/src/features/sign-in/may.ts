import { createContext, useContext } from 'react';
import type { Me } from '../../api/types';

export interface May {
  /** create, change, run, cancel; delete lines and artifacts */
  export: boolean;
  /** users, webhooks, audit */
  administer: boolean;
}

/** What a caller may do. The services refuse the rest in any case; the pages do not offer it (P85). */
export function mayOf(me: Me | null | undefined): May {
  const role = (name: Me['roles'][number]) => me?.roles.includes(name) === true;
  return { export: role('EXPORTER') || role('ADMIN'), administer: me?.administrator === true };
}

const Rights = createContext<May>(mayOf(null));

/** Tells everything below it what the caller may do. */
export const RightsProvider = Rights.Provider;

export function useMay(): May {
  return useContext(Rights);
}
