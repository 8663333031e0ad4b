import { queryOptions } from '@tanstack/react-query';
import type { Label } from '#shared/define.ts';
import { get } from '#web/api/request.ts';

export type Sample = 'gift-shop' | 'freight' | 'distributor';

export interface Demo {
  sample: Sample;
  company: string;
  roles: { key: 'administrator' | 'manager' | 'employee'; name: string; title: Label }[];
}

interface SetupState {
  needed: boolean;
  tokenNeeded: boolean;
  version: string;
  demo: Demo | null;
}

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => get<SetupState>('/api/v1/setup', signal),
  staleTime: 10_000,
});
