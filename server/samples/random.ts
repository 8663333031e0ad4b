/** Chance that comes out the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** Each weight is how many tickets its thing has. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** Different ones, in the order of the list. */
  some<T>(from: readonly T[], count: number): T[];
  chance(probability: number): boolean;
}

export function createRandom(seed: string): Random {
  let state = hash(seed);
  const next = () => {
    // Mulberry32: 32 bits of state are plenty for a few thousand choices.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const found = from[between(0, from.length - 1)];
    if (found === undefined) throw new Error('there is nothing to pick from');
    return found;
  };
  return {
    next,
    between,
    pick,
    weighted(from) {
      let ticket = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      const won = from.find(([, weight]) => (ticket -= weight) < 0) ?? from.at(-1);
      if (!won) throw new Error('there is nothing to pick from');
      return won[0];
    },
    some(from, count) {
      const left = from.map((_, i) => i);
      const chosen = Array.from({ length: Math.min(count, from.length) }, () =>
        left.splice(between(0, left.length - 1), 1),
      ).flat();
      return from.filter((_, i) => chosen.includes(i));
    },
    chance: (probability) => next() < probability,
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
