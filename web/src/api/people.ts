import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';

export interface Colleague {
  id: string;
  name: string;
  active: boolean;
  pending: boolean;
  picture: string | null;
}

interface Named {
  id: string;
  name: string;
}

/** People come and teams change while others have the page open. */
const staleTime = 15_000;

/** Everybody who is or was in: small enough to be kept whole. */
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => get<{ items: Colleague[] }>('/api/v1/members', signal),
  staleTime,
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => get<{ items: Named[] }>('/api/v1/teams', signal),
  staleTime,
});

/** What roles are called; everything else of them is an administrator's. */
export const roleNamesQuery = queryOptions({
  queryKey: ['role-names'],
  queryFn: ({ signal }) => get<{ items: Named[] }>('/api/v1/role-names', signal),
  staleTime,
});
