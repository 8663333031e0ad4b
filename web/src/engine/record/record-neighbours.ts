import type { ListQuery, RecordPage, Total } from '#web/api/records.ts';

/** How a list goes on behind the records that had come when one of them was opened. */
export interface Onward {
  query: ListQuery;
  /** Where the next page begins; undefined at the end. */
  cursor: string | undefined;
  /** Rows before the first that had come. */
  before: number;
  total: Total;
}

export interface RememberedList {
  ids: readonly string[];
  /** Of the address bar, so that the way back leads to the same list. */
  search: string;
  onward?: Onward | undefined;
}

const nameOf = (path: string): string => `duyen.list.${path}`;
const watchers = new Set<() => void>();

export function watchLists(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** A list notes what it shows before a record of it is opened; kept for this tab only. */
export function rememberList(path: string, list: RememberedList): void {
  try {
    sessionStorage.setItem(nameOf(path), JSON.stringify(list));
  } catch {
    // Without room there are no neighbours; the record opens all the same.
    sessionStorage.removeItem(nameOf(path));
  }
  for (const watcher of watchers) watcher();
}

let last: { text: string | null; list: RememberedList | undefined } = {
  text: null,
  list: undefined,
};

/** The same object as long as nothing was written. */
export function rememberedList(path: string): RememberedList | undefined {
  const text = sessionStorage.getItem(nameOf(path));
  if (text !== last.text) last = { text, list: read(text) };
  return last.list;
}

function read(text: string | null): RememberedList | undefined {
  try {
    // Written above.
    return text === null ? undefined : (JSON.parse(text) as RememberedList);
  } catch {
    return undefined;
  }
}

/** Which end of what is known of a list. */
export type Side = 'before' | 'behind';

/** With a page that came at one end of what was known; a record that moved meanwhile stands where it stood. */
export function lengthened(
  list: RememberedList,
  { items, nextCursor, total }: RecordPage,
  side: Side,
): RememberedList {
  const { ids, onward } = list;
  if (!onward) return list;
  const known = new Set(ids);
  const come = items.map(({ id }) => id).filter((id) => !known.has(id));
  return side === 'before'
    ? {
        ...list,
        ids: [...come, ...ids],
        onward: { ...onward, before: Math.max(0, onward.before - items.length) },
      }
    : {
        ...list,
        ids: [...ids, ...come],
        onward: { ...onward, cursor: nextCursor ?? undefined, total: total ?? onward.total },
      };
}

export interface Neighbours {
  /** From 1. */
  position: number;
  total: Total;
  previous: string | undefined;
  next: string | undefined;
}

/** Where a record stands among others; undefined when it is none of them. */
export function neighboursOf(
  { ids, onward }: Pick<RememberedList, 'ids' | 'onward'>,
  id: string,
): Neighbours | undefined {
  const at = ids.indexOf(id);
  if (at === -1) return undefined;
  const before = onward?.before ?? 0;
  const isAll = !onward || onward.cursor === undefined;
  return {
    position: before + at + 1,
    total: isAll
      ? { value: before + ids.length, exact: true }
      : { ...onward.total, value: Math.max(onward.total.value, before + ids.length) },
    previous: ids[at - 1],
    next: ids[at + 1],
  };
}
