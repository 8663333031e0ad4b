import { useNavigate, useSearch } from '@tanstack/react-router';

export type Showing = 'open' | 'closed' | 'mine';
const showings: readonly Showing[] = ['open', 'closed', 'mine'];

/** Which talk is open and which are listed, as the address says. */
export function useTalkPlace(path: 'topics' | 'channels') {
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    id: search['id'],
    q: search['q'] ?? '',
    show: showings.find((each) => each === search['show']) ?? 'open',
    go(next: Partial<Record<'id' | 'q' | 'show', string | undefined>>) {
      const all = { ...search, ...next };
      const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value));
      void navigate({
        to: '/$objects',
        params: { objects: path },
        search: kept,
        // What is typed is no place to come back to.
        replace: !('id' in next),
      });
    },
  };
}

export type TalkPlace = ReturnType<typeof useTalkPlace>;
