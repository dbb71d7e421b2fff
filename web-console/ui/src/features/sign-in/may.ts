import { useMe } from '../../api/queries';
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

export function useMay(): May {
  return mayOf(useMe().data);
}
