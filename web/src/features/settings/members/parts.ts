import type { Member } from '../people/people-queries.ts';

/** The members by how they are with the company. */
export const parts = {
  working: ({ active, pending }: Member) => active && !pending,
  invited: ({ pending }: Member) => pending,
  left: ({ active }: Member) => !active,
} as const;
export type Part = keyof typeof parts;
export const partOrder: readonly Part[] = ['working', 'invited', 'left'];
