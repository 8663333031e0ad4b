import { queryOptions } from '@tanstack/react-query';
import type { Reference } from '#web/api/records.ts';
import { get } from '#web/api/request.ts';

export interface JobItem {
  id: string;
  title: string;
  state: 'waiting' | 'running' | 'failed';
  attempts: number;
  maxAttempts: number;
  member: Reference | null;
  createdAt: string;
  runAt: string;
  error: string | null;
}

interface SystemState {
  version: string;
  node: string;
  startedAt: string;
  database: {
    version: string;
    safeVersion: string | null;
    outdated: boolean;
    embedded: boolean;
    bytes: number;
    workspaceBytes: number;
  };
  backup: { made: string | null; verified: string | null };
  jobs: { workers: number; failed: number; running: number; waiting: number; items: JobItem[] };
}
export type JobsState = SystemState['jobs'];

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => get<SystemState>('/api/v1/system', signal),
  refetchInterval: 10_000,
});
