import { useNavigate, useSearch } from '@tanstack/react-router';

export const sorts = ['name', '-updatedAt', 'updatedAt'] as const;
export type Sort = (typeof sorts)[number];

/** Where in the documents one is, as the address says. */
export interface Place {
  folder: string | undefined;
  /** The document whose details are open. */
  doc: string | undefined;
  q: string;
  isGrid: boolean;
  sort: Sort;
  go(next: Partial<Record<'folder' | 'doc' | 'q' | 'as' | 'sort', string | undefined>>): void;
}

export function usePlace(): Place {
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { folder, doc, q = '', as, sort } = search;
  return {
    folder,
    doc,
    q,
    isGrid: as === 'grid',
    sort: sorts.find((each) => each === sort) ?? 'name',
    go: (next) => {
      const all = { ...search, ...next };
      const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value));
      void navigate({
        to: '/$objects',
        params: { objects: 'documents' },
        search: kept,
        // What is typed and looked at is no place to come back to; a folder is.
        replace: !('folder' in next),
      });
    },
  };
}
