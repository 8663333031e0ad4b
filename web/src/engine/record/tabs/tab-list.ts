import { inOrder } from './tab-order.ts';
import type { KnownRelated } from '../related/use-related.ts';
import type { Room } from '../use-room.ts';
import type { Tab } from '../use-tab.ts';

export interface ShownTab {
  key: Tab;
  label: string;
  count?: string;
}

interface Names {
  thread: string;
  details: string;
  about: string;
  files: string;
  around: string;
  history: string;
}

interface Around {
  related: readonly KnownRelated[];
  files: number;
  room: Room;
  chosen: Tab;
  label(list: KnownRelated): string;
  names: Names;
}

/** Tabs that stand in the strip, and those that wait in its menu. */
export function tabsOf({ related, files, room, chosen, label, names }: Around): {
  shown: ShownTab[];
  waiting: ShownTab[];
} {
  const lists = related.map((list) => ({
    key: list.key,
    label: label(list),
    count: list.count,
  }));
  const filled = lists.filter(({ count }) => count !== '' && count !== '0');
  const total = related.reduce((sum, { page }) => sum + (page?.total.value ?? 0), 0);
  const { near, waiting } = inOrder(lists, filled, chosen, room.hasSide ? 2 : 0);
  const about = room.hasFacts ? names.details : names.about;
  return {
    shown: [
      { key: 'thread', label: names.thread },
      { key: 'details', label: about },
      { key: 'files', label: names.files, ...(files > 0 && { count: String(files) }) },
      ...near,
      ...(room.hasSide
        ? []
        : [{ key: 'around', label: names.around, ...(total > 0 && { count: String(total) }) }]),
      { key: 'history', label: names.history },
    ],
    // Without a side they all stand in the part of related records.
    waiting: room.hasSide ? waiting : [],
  };
}
