import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Reference } from '#web/api/records.ts';
import { address, get, send } from '#web/api/request.ts';

export interface Reason {
  field: string;
  match: 'exact' | 'companyName' | 'personName' | 'near';
}

export interface GroupMember {
  id: string;
  title: string;
  score: number;
  reasons: Reason[];
}

export interface DuplicateGroup {
  id: string;
  object: string;
  score: number;
  reasons: Reason[];
  foundAt: string;
  dismissedAt: string | null;
  dismissedBy: Reference | null;
  members: GroupMember[];
}

export interface GroupPage {
  items: DuplicateGroup[];
  nextCursor: string | null;
  scannedAt: string | null;
}

export interface Run {
  id: string;
  object: string;
  kind: 'scan' | 'merge';
  state: 'waiting' | 'running' | 'done' | 'failed';
  done: number;
  total: number | null;
  outcome: Record<string, unknown>;
}

export interface Merge {
  id: string;
  object: string;
  at: string;
  actor: Reference | null;
  survivor: Reference;
  merged: Reference[];
  moved: Record<string, number>;
  undoableUntil: string | null;
  undoneAt: string | null;
  undoneBy: Reference | null;
}

export const duplicateKeys = {
  all: ['duplicates'] as const,
  groups: ['duplicates', 'groups'] as const,
  merges: ['duplicates', 'merges'] as const,
};

export const groupsQuery = (object: string, minScore: number, dismissed: boolean) =>
  infiniteQueryOptions({
    queryKey: [...duplicateKeys.groups, object, minScore, dismissed],
    queryFn: ({ pageParam, signal }) =>
      get<GroupPage>(
        address('duplicates', {
          object,
          minScore: String(minScore),
          dismissed: dismissed ? 'true' : undefined,
          cursor: pageParam,
          limit: '40',
        }),
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Groups are counted up to here; beyond, "more than". */
export const countedGroups = 200;

export const groupCountQuery = (object: string, minScore: number) =>
  queryOptions({
    queryKey: [...duplicateKeys.groups, object, minScore, 'count'],
    queryFn: async ({ signal }) => {
      const query = { object, minScore: String(minScore), limit: String(countedGroups) };
      const page = await get<GroupPage>(address('duplicates', query), signal);
      return { count: page.items.length, isAll: page.nextCursor === null };
    },
  });

const askAgainMs = 800;
export const isOver = ({ state }: Run): boolean => state === 'done' || state === 'failed';

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...duplicateKeys.all, 'run', id],
    queryFn: ({ signal }) => get<Run>(address(`duplicates/runs/${id}`), signal),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : askAgainMs),
  });

export const mergesQuery = (object: string) =>
  infiniteQueryOptions({
    queryKey: [...duplicateKeys.merges, object],
    queryFn: ({ pageParam, signal }) =>
      get<{ items: Merge[]; nextCursor: string | null }>(
        address('merges', { object, cursor: pageParam, limit: '50' }),
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const startScan = (object: string): Promise<{ runId: string }> =>
  send('POST', address('duplicates/scan'), { object });

export const startMergeAll = (object: string, minScore: number): Promise<{ runId: string }> =>
  send('POST', address('duplicates/merge-all'), { object, minScore });

export const dismissGroup = (id: string, dismissed: boolean): Promise<void> =>
  send('POST', address(`duplicates/${id}/dismiss`), { dismissed });

export const undoMerge = (id: string): Promise<void> => send('POST', address(`merges/${id}/undo`));
