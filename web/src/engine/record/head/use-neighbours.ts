import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useOnPage } from '../record-context.tsx';
import { neighboursOf, rememberedList, type Neighbours } from '../record-neighbours.ts';

interface Walk {
  neighbours: Neighbours | undefined;
  go(id: string | undefined): void;
  /** Leads back to the list as it was. */
  back(): void;
}

/** Previous and next of the list one came from. */
export function useNeighbours(): Walk {
  const { object, record } = useOnPage();
  const navigate = useNavigate();
  const list = useMemo(() => rememberedList(object.path), [object.path]);
  const neighbours = useMemo(() => list && neighboursOf(list.ids, record.id), [list, record.id]);
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
