import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http } from '../../api/http';
import { queryString } from '../../api/query-string';
import type { Delivery, Job, Page, Webhook } from '../../api/types';
import type { Filter } from '../lists/address';
import type { AuditLine, Token, User } from './types';

export const adminKeys = {
  users: ['users'] as const,
  tokens: ['tokens'] as const,
  webhooks: ['webhooks'] as const,
  deliveries: (webhookId: string) => ['webhooks', 'deliveries', webhookId] as const,
  audit: ['audit'] as const,
};

const PAGE_SIZE = 50;

/** A list that is fetched page by page. */
function usePages<T>(key: readonly unknown[], path: string, parameters: Record<string, string | null>) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }) =>
      (await http.get<Page<T>>(`${path}${queryString({ ...parameters, cursor: pageParam, limit: `${PAGE_SIZE}` })}`, { signal })).body,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useUsers(q: string | null) {
  return usePages<User>([...adminKeys.users, q], '/api/v1/users', { q });
}

/** One's own tokens, or everybody's. */
export function useTokens(of: 'own' | 'everybody') {
  return useQuery({
    queryKey: [...adminKeys.tokens, of],
    queryFn: async ({ signal }) =>
      (await http.get<{ items: Token[] }>(`/api/v1/tokens${queryString({ user: of === 'everybody' ? '*' : null })}`, { signal })).body.items,
  });
}

export function useWebhooks() {
  return usePages<Webhook>([...adminKeys.webhooks, 'list'], '/api/v1/webhooks', {});
}

/** Jobs that a webhook can be for: the first 500 by title. */
export function useJobChoices() {
  return useQuery({
    queryKey: ['job-choices'],
    queryFn: async ({ signal }) => (await http.get<Page<Job>>(`/api/v1/jobs${queryString({ sort: 'title', limit: '500' })}`, { signal })).body.items,
  });
}

const LIVE_MS = 3_000;

export function useDeliveries(webhookId: string, state: string | null) {
  return useInfiniteQuery({
    queryKey: [...adminKeys.deliveries(webhookId), state],
    queryFn: async ({ pageParam, signal }) => {
      const query = queryString({ state, cursor: pageParam, limit: `${PAGE_SIZE}` });
      return (await http.get<Page<Delivery>>(`/api/v1/webhooks/${encodeURIComponent(webhookId)}/deliveries${query}`, { signal })).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // Only while something waits to be sent can the list change by itself.
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some((item) => item.state === 'PENDING')) === true ? LIVE_MS : false),
  });
}

export function useDelivery(webhookId: string, id: string) {
  return useQuery({
    queryKey: [...adminKeys.deliveries(webhookId), 'one', id],
    queryFn: async ({ signal }) =>
      (await http.get<Delivery>(`/api/v1/webhooks/${encodeURIComponent(webhookId)}/deliveries/${encodeURIComponent(id)}`, { signal })).body,
  });
}

export const AUDIT_FILTERS = ['q', 'actor', 'action', 'source', 'from', 'to'] as const;
export type AuditFilter = Filter<(typeof AUDIT_FILTERS)[number]>;

export function useAudit(filter: AuditFilter) {
  return usePages<AuditLine>([...adminKeys.audit, filter], '/api/v1/audit', filter);
}
