import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mapEvents, type NotificationChoice, type NotificationEvent } from '#shared/personal.ts';
import type { Me } from '#web/api/me.ts';
import { meQuery } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { fieldError, useTell } from '../use-tell.ts';

export type MePatch = Partial<
  Pick<Me, 'name' | 'language' | 'timeZone' | 'theme' | 'density' | 'digest' | 'quietHours'>
> & {
  notifications?: Partial<Record<NotificationEvent, Partial<NotificationChoice>>>;
};

/** Changes what is one's own: at once on the screen, then on the server; back again when that refuses. */
export function useChangeMe() {
  const client = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (patch: MePatch) => send<Me>('PATCH', '/api/v1/me', patch),
    onMutate: async (patch) => {
      await client.cancelQueries({ queryKey: meQuery.queryKey });
      const before = client.getQueryData(meQuery.queryKey);
      client.setQueryData(meQuery.queryKey, (me) => me && merged(me, patch));
      return before;
    },
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
    onError: (error, _, before) => {
      client.setQueryData(meQuery.queryKey, before);
      // A wrong name is said at its field.
      if (fieldError(error, 'name') === undefined) tell(error);
    },
  });
}

function merged(me: Me, { notifications = {}, ...plain }: MePatch): Me {
  return {
    ...me,
    ...plain,
    notifications: mapEvents((event) => ({ ...me.notifications[event], ...notifications[event] })),
  };
}
