export interface Pair {
  a: string;
  b: string;
  score: number;
  /** What ties them, see reasons.ts. */
  marks: readonly string[];
}

export interface Group {
  /** What the weakest link that holds it together says. */
  score: number;
  marks: string[];
  members: { id: string; score: number; marks: readonly string[] }[];
}

/** What one person can look through, and one merge takes. Weaker links that would make a group larger are left out. */
export const largestGroup = 50;
/** Beyond this many records the strongest are kept, so that memory is bounded; the rest comes with the next scan. */
const mostRecords = 500_000;

export interface Joiner {
  /** Pairs come with the highest scores first. False when no more are taken. */
  add: (pairs: readonly Pair[]) => boolean;
  groups: () => Group[];
}

/** Joins pairs to groups as they stream by, keeping one small entry per record. */
export function createJoiner(limit = mostRecords): Joiner {
  const indexOf = new Map<string, number>();
  const members: Group['members'] = [];
  const parent: number[] = [];
  const size: number[] = [];
  const weakest: number[] = [];

  function rootOf(index: number): number {
    let root = index;
    for (let up = parent[root] ?? root; up !== root; up = parent[root] ?? root) root = up;
    // Later walks from here are one step.
    parent[index] = root;
    return root;
  }

  function entry(id: string, { score, marks }: Pair): number {
    const known = indexOf.get(id);
    if (known !== undefined) return known;
    const index = members.length;
    indexOf.set(id, index);
    members.push({ id, score, marks });
    parent.push(index);
    size.push(1);
    weakest.push(100);
    return index;
  }

  function join(pair: Pair): void {
    const [a, b] = [rootOf(entry(pair.a, pair)), rootOf(entry(pair.b, pair))];
    const both = (size[a] ?? 1) + (size[b] ?? 1);
    if (a === b || both > largestGroup) return;
    const [large, small] = (size[a] ?? 1) >= (size[b] ?? 1) ? [a, b] : [b, a];
    parent[small] = large;
    size[large] = both;
    weakest[large] = pair.score;
  }

  return {
    add(pairs) {
      for (const pair of pairs) {
        if (members.length >= limit) return false;
        join(pair);
      }
      return members.length < limit;
    },
    groups() {
      const byRoot = Map.groupBy(members.keys(), rootOf);
      return [...byRoot]
        .filter(([, indexes]) => indexes.length > 1)
        .map(([root, indexes]): Group => {
          const own = indexes.flatMap((index) => members[index] ?? []);
          const marks = [...new Set(own.flatMap((member) => member.marks))].toSorted();
          return { score: weakest[root] ?? 0, marks, members: own };
        })
        .toSorted((a, b) => b.score - a.score);
    },
  };
}
