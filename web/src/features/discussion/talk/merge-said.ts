import type { Said } from './said.ts';

/** What is known with what just came, in the order in which it was said. */
export function mergeSaid(known: readonly Said[], came: readonly Said[]): readonly Said[] {
  const all = new Map([...known, ...came].map((each) => [each.id, each]));
  return [...all.values()].toSorted(
    (a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same after those were asked for again: what did not come is gone. */
export const replaceSaid = (
  known: readonly Said[],
  asked: ReadonlySet<string>,
  came: readonly Said[],
): readonly Said[] =>
  mergeSaid(
    known.filter(({ id }) => !asked.has(id)),
    came,
  );
