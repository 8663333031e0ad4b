interface RememberedList {
  ids: readonly string[];
  /** Of the address bar, so that the way back leads to the same list. */
  search: string;
}

const nameOf = (path: string): string => `duyen.list.${path}`;

/** A list notes what it shows before a record of it is opened; kept for this tab only. */
export function rememberList(path: string, ids: readonly string[], search: string): void {
  try {
    sessionStorage.setItem(nameOf(path), JSON.stringify({ ids, search } satisfies RememberedList));
  } catch {
    // Without room there are no neighbours; the record opens all the same.
    sessionStorage.removeItem(nameOf(path));
  }
}

export function rememberedList(path: string): RememberedList | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(nameOf(path)) ?? 'null');
    // Written above.
    return found === null ? undefined : (found as RememberedList);
  } catch {
    return undefined;
  }
}

export interface Neighbours {
  /** From 1. */
  position: number;
  count: number;
  previous: string | undefined;
  next: string | undefined;
}

/** Where a record stands among others; undefined when it is none of them. */
export function neighboursOf(ids: readonly string[], id: string): Neighbours | undefined {
  const at = ids.indexOf(id);
  if (at === -1) return undefined;
  return { position: at + 1, count: ids.length, previous: ids[at - 1], next: ids[at + 1] };
}
