import { queryOptions } from '@tanstack/react-query';
import { get } from '#web/api/request.ts';

export const keyScopes = ['read', 'write', 'admin'] as const;
export type KeyScope = (typeof keyScopes)[number];

export interface ApiKey {
  id: string;
  memberId: string;
  name: string;
  /** How the key begins. */
  prefix: string;
  scopes: KeyScope[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export const apiKeysQuery = queryOptions({
  queryKey: ['settings', 'api-keys'],
  queryFn: async ({ signal }) => (await get<{ items: ApiKey[] }>('/api/v1/api-keys', signal)).items,
  staleTime: 10_000,
});

export type KeyState = 'active' | 'expired' | 'ended';

export function stateOf({ revokedAt, expiresAt }: ApiKey, now: number): KeyState {
  if (revokedAt !== null) return 'ended';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'active';
}
