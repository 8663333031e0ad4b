import { queryOptions } from '@tanstack/react-query';
import type { Label } from '#shared/define.ts';
import { get, send } from '#web/api/request.ts';

export type Sample = 'gift-shop' | 'freight' | 'distributor';

interface Counts {
  records: Record<string, number>;
  members: number;
}

export interface SampleState {
  sample: Sample | null;
  name: string | null;
  addedAt: string | null;
  counts: Counts | null;
  /** One-click sign-in over a network: off unless the administrator says so. */
  signIn: { allowed: boolean; possible: boolean };
  available: { sample: Sample; name: string; label: Label }[];
}

export const sampleQuery = queryOptions({
  queryKey: ['sample'],
  queryFn: ({ signal }) => get<SampleState>('/api/v1/sample', signal),
});

export const addSample = (sample: Sample) =>
  send<SampleState>('POST', '/api/v1/sample', { sample });

export const setSampleSignIn = (signIn: boolean) =>
  send<SampleState>('PATCH', '/api/v1/sample', { signIn });

/** `confirm`: the name of the company, as the person typed it. */
export const removeSample = (confirm: string) =>
  send<{ removed: Counts; kept: number }>('POST', '/api/v1/sample/remove', { confirm });
