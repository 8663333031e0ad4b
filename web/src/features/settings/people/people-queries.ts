import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Language } from '#shared/messages/language.ts';
import { get } from '#web/api/request.ts';
import type { RoleRights } from '../roles/rights.ts';

export interface Member {
  id: string;
  name: string;
  email: string;
  roleId: string;
  /** The first one is their own: records they make get it. */
  teamIds: string[];
  active: boolean;
  /** Invited, and has not accepted yet. */
  pending: boolean;
  language: Language;
  timeZone: string | null;
  picture: string | null;
  createdAt: string;
  deactivatedAt: string | null;
  /** Only for administrators; null: not yet. */
  lastSeenAt?: string | null;
  /** Came with a sample company. */
  sample?: boolean;
}

export interface Team {
  id: string;
  name: string;
  parentId: string | null;
  leaderId: string | null;
}

export interface Role {
  id: string;
  key: string;
  name: string;
  administrator: boolean;
  rights: RoleRights;
}

export const membersQuery = queryOptions({
  // The same answer as pickers have: what is changed here is new there.
  queryKey: ['members'],
  queryFn: ({ signal }) => get<{ items: Member[] }>('/api/v1/members', signal),
  select: ({ items }) => items,
  staleTime: 15_000,
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => get<{ items: Team[] }>('/api/v1/teams', signal),
  select: ({ items }) => items,
  staleTime: 15_000,
});

export const rolesQuery = queryOptions({
  queryKey: ['settings', 'roles'],
  queryFn: async ({ signal }) => (await get<{ items: Role[] }>('/api/v1/roles', signal)).items,
  staleTime: 15_000,
});

export const useMembers = () => useQuery(membersQuery).data;
export const useTeams = () => useQuery(teamsQuery).data;
export const useRoles = () => useQuery(rolesQuery).data;
