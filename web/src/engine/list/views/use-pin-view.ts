import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Me } from '#web/api/me.ts';
import { isProblem } from '#web/api/problem.ts';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useMe } from '../../model.ts';

/** A view among the person's favourites in the navigation. */
export function usePinView(object: string, view: string) {
  const { favourites } = useMe();
  const client = useQueryClient();
  const isPinned = favourites.some((each) => each.object === object && each.view === view);
  const toggle = useCallback(() => {
    const next = isPinned
      ? favourites.filter((each) => each.object !== object || each.view !== view)
      : [...favourites, { object, view }];
    const bare = next.map(({ title: _title, ...each }) => each);
    send<Me>('PATCH', address('me'), { favourites: bare }).then(
      (me) => client.setQueryData(keys.me, me),
      (error: unknown) => isProblem(error) && notify({ tone: 'bad', text: error.message }),
    );
  }, [isPinned, favourites, object, view, client]);
  return { isPinned, toggle };
}
