import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Favourite, Me } from '#web/api/me.ts';
import { meQuery } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { useMe } from './model.ts';

const same = (a: Favourite, b: Favourite): boolean =>
  a.object === b.object && a.id === b.id && a.view === b.view;

/** What a person pinned: lists, views and records; kept with them, shown at once. */
export function useFavourites() {
  const { favourites } = useMe();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (next: readonly Favourite[]) =>
      send<Me>('PATCH', '/api/v1/me', {
        favourites: next.map(({ object, id, view }) => ({
          object,
          ...(id !== undefined && { id }),
          ...(view !== undefined && { view }),
        })),
      }),
    onMutate: (next) => {
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, favourites: [...next] });
      return favourites;
    },
    onError: (_error, _next, before) =>
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, favourites: before ?? [] }),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
  });
  return {
    favourites,
    has: (one: Favourite) => favourites.some((each) => same(each, one)),
    toggle: (one: Favourite) =>
      save.mutate(
        favourites.some((each) => same(each, one))
          ? favourites.filter((each) => !same(each, one))
          : [...favourites, one],
      ),
    reorder: (next: readonly Favourite[]) => save.mutate(next),
  };
}
