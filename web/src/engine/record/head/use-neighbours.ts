import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useOnPage } from '../record-context.tsx';
import { neighboursOf, rememberedList, watchLists, type Neighbours } from '../record-neighbours.ts';
import { loadOn } from './load-on.ts';

interface Walk {
  neighbours: Neighbours | undefined;
  go(id: string | undefined): void;
  /** Leads back to the list as it was. */
  back(): void;
}

/** So many before an end of what is known, more is asked for: nobody waits for it. */
const ahead = 5;

/** Previous and next of the list one came from, through all of it. */
export function useNeighbours(): Walk {
  const { object, record } = useOnPage();
  const navigate = useNavigate();
  const list = useSyncExternalStore(watchLists, () => rememberedList(object.path));
  const neighbours = useMemo(() => list && neighboursOf(list, record.id), [list, record.id]);
  const at = list?.ids.indexOf(record.id) ?? -1;
  const isNearStart = at !== -1 && at < ahead;
  const isNearEnd = at !== -1 && list !== undefined && list.ids.length - at <= ahead;
  useEffect(() => {
    if (isNearStart) void loadOn(object.path, 'before');
    if (isNearEnd) void loadOn(object.path, 'behind');
  }, [isNearStart, isNearEnd, object.path, record.id]);
  return {
    neighbours,
    go: (id) => {
      if (id === undefined) return;
      // The open tab is kept: whoever walks through files goes from files to files.
      void navigate({
        to: '/$objects/$id',
        params: { objects: object.path, id },
        search: (before) => before,
        replace: true,
      });
    },
    back: () =>
      void navigate({
        to: '/$objects',
        params: { objects: object.path },
        search: Object.fromEntries(new URLSearchParams(list?.search ?? '')),
      }),
  };
}
