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

const items = async <T>(path: string, signal: AbortSignal): Promise<T[]> =>
  (await get<{ items: T[] }>(path, signal)).items;

export const membersQuery = queryOptions({
  queryKey: ['settings', 'members'],
  queryFn: ({ signal }) => items<Member>('/api/v1/members', signal),
  staleTime: 15_000,
});

export const teamsQuery = queryOptions({
  queryKey: ['settings', 'teams'],
  queryFn: ({ signal }) => items<Team>('/api/v1/teams', signal),
  staleTime: 15_000,
});

export const rolesQuery = queryOptions({
  queryKey: ['settings', 'roles'],
  queryFn: ({ signal }) => items<Role>('/api/v1/roles', signal),
  staleTime: 15_000,
});

export const useMembers = () => useQuery(membersQuery).data;
export const useTeams = () => useQuery(teamsQuery).data;
export const useRoles = () => useQuery(rolesQuery).data;
