import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { keys, renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { activitiesPath } from './activity.ts';
import type { CallLine } from './plan.queries.ts';
import { planWords } from './plan.words.ts';
import { keepRunning } from './running-call.ts';

type Callable = Pick<CallLine, 'activity' | 'title' | 'account' | 'contact' | 'lead'>;

/** Begins a call: its clock runs from now on. Somebody who was only suggested gets an activity with it. */
export function useStartCall(): (line: Callable) => Promise<void> {
  const client = useQueryClient();
  const t = useWords(planWords);
  const { id: member } = useMe();
  return useCallback(
    async ({ activity, title, account, contact, lead }) => {
      const startedAt = new Date().toISOString();
      // The phone may put the page away at once: what is needed on coming back is written first.
      if (activity !== null) keepRunning(member, { id: activity, title, startedAt });
      try {
        const begun =
          activity === null
            ? await send<RecordData>('POST', address(activitiesPath), {
                kind: 'call',
                status: 'inProgress',
                startsAt: startedAt,
                startedAt,
                ...(account !== null && { account }),
                ...(contact !== null && { contacts: [contact] }),
                ...(lead !== null && { lead }),
              })
            : await send<RecordData>('PATCH', address(`${activitiesPath}/${activity}`), {
                status: 'inProgress',
                startedAt,
              });
        keepRunning(member, { id: begun.id, title, startedAt });
        client.setQueryData(keys.record(activitiesPath, begun.id), begun);
        void renew(client, activitiesPath);
      } catch (error) {
        const isOffline = isProblem(error, 'offline');
        notify({
          tone: isOffline ? 'warn' : 'bad',
          text: isOffline ? t('notStarted') : error instanceof Error ? error.message : '',
        });
      }
    },
    [client, member, t],
  );
}
