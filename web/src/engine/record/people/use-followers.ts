import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import type { Reference } from '#web/api/records.ts';
import { address, get, send } from '#web/api/request.ts';
import { useMe } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';

interface Follower {
  member: Reference;
  since: string;
}
interface Followers {
  items: Follower[];
}

/** Who follows the record of the page. */
export function useFollowers() {
  const { object, record, isPartial, isGone } = useOnPage();
  const me = useMe();
  const client = useQueryClient();
  const path = `${object.path}/${record.id}/followers`;
  const queryKey = keys.around(object.path, record.id, 'followers');
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => get<Followers>(address(path), signal),
    enabled: !isPartial && !isGone,
    staleTime: 30_000,
  });
  const items = query.data?.items ?? [];
  const show = (next: Follower[]) => client.setQueryData<Followers>(queryKey, { items: next });
  const add = useMutation({
    mutationFn: (member: Reference) =>
      send<Followers>('POST', address(path), { members: [member.id] }),
    onMutate: (member) => {
      show([...items, { member, since: new Date().toISOString() }]);
      return items;
    },
    onSuccess: (answer) => show(answer.items),
    onError: (_error, _member, before) => show(before ?? []),
  });
  const remove = useMutation({
    mutationFn: (member: Reference) => send('DELETE', address(`${path}/${member.id}`)),
    onMutate: (member) => {
      show(items.filter((each) => each.member.id !== member.id));
      return items;
    },
    onError: (_error, _member, before) => show(before ?? []),
  });
  const self: Reference = { id: me.id, title: me.name };
  const isFollowing = items.some(({ member }) => member.id === me.id);
  return {
    items,
    isKnown: query.isSuccess,
    isFollowing,
    add,
    remove,
    toggleSelf: () => (isFollowing ? remove.mutate(self) : add.mutate(self)),
  };
}
