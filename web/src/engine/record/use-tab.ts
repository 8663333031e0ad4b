import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** `thread`, `details`, `files`, `history`, `around`, or `object.field` of a related list. */
export type Tab = string;

/** Which part of the page is open, in the address bar. */
export function useTab(first: Tab): [Tab, (tab: Tab) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked: unknown = 'tab' in search ? search.tab : undefined;
  const open = useCallback(
    (tab: Tab) =>
      void navigate({
        to: '.',
        search: (before) => ({ ...before, tab: tab === first ? undefined : tab }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, first],
  );
  return [typeof asked === 'string' ? asked : first, open];
}
