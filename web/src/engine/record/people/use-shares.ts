import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import { address, get, send } from '#web/api/request.ts';
import { useOnPage } from '../record-context.tsx';

export type Level = 'read' | 'update';

export interface Share {
  grantee: { kind: 'member' | 'team' | 'role' | 'everyone'; id: string; title: string | null };
  level: Level;
}
interface Shares {
  items: Share[];
}

/** With whom the record of the page is shared. */
export function useShares() {
  const { object, record, isPartial, isGone } = useOnPage();
  const client = useQueryClient();
  const path = `${object.path}/${record.id}/shares`;
  const queryKey = keys.around(object.path, record.id, 'shares');
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => get<Shares>(address(path), signal),
    enabled: object.reach === 'owned' && !isPartial && !isGone,
    staleTime: 30_000,
  });
  const items = query.data?.items ?? [];
  const show = (next: Share[]) => client.setQueryData<Shares>(queryKey, { items: next });
  const share = useMutation({
    mutationFn: ({ grantee, level }: Share) =>
      send<Shares>('POST', address(path), {
        [grantee.kind]: grantee.kind === 'everyone' ? true : grantee.id,
        level,
      }),
    onMutate: (next) => {
      show([...items.filter(({ grantee }) => grantee.id !== next.grantee.id), next]);
      return items;
    },
    onSuccess: (answer) => show(answer.items),
    onError: (_error, _share, before) => show(before ?? []),
  });
  const unshare = useMutation({
    mutationFn: ({ grantee }: Share) => send('DELETE', address(`${path}/${grantee.id}`)),
    onMutate: (gone) => {
      show(items.filter(({ grantee }) => grantee.id !== gone.grantee.id));
      return items;
    },
    onError: (_error, _share, before) => show(before ?? []),
  });
  return { items, isKnown: query.isSuccess, share, unshare };
}
