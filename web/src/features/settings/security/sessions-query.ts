import { queryOptions } from '@tanstack/react-query';
import { get } from '#web/api/request.ts';

export interface Session {
  id: string;
  current: boolean;
  address: string | null;
  /** What the browser calls itself. */
  browser: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

export const sessionsKey = ['settings', 'sessions'] as const;

export const sessionsQuery = queryOptions({
  queryKey: sessionsKey,
  queryFn: async ({ signal }) =>
    (await get<{ items: Session[] }>('/api/auth/sessions', signal)).items,
  staleTime: 10_000,
});
