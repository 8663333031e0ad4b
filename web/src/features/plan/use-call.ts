import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { isProblem } from '#web/api/problem.ts';
import { keys, renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { activitiesPath } from './activity.ts';
import { todayQuery, type CallLine } from './plan.queries.ts';
import { planWords } from './plan.words.ts';
import { keepRunning } from './running-call.ts';

type Callable = Pick<CallLine, 'activity' | 'title' | 'account' | 'contact' | 'lead'>;

/** Begins a call: its clock runs from now on. Somebody who was only suggested gets an activity with it. */
export function useStartCall(): (line: Callable) => Promise<void> {
  const client = useQueryClient();
  const t = useWords(planWords);
  const { id: member } = useMe();
  const { timeZone } = useLanguage();
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
        if (!isProblem(error, 'offline')) {
          notify({ tone: 'bad', text: error instanceof Error ? error.message : '' });
          return;
        }
        // Without an activity there is nothing that its outcome could be told of.
        notify({ tone: 'warn', text: t(activity === null ? 'notNoted' : 'notStarted') });
        if (activity === null) return;
        const { queryKey } = todayQuery(dateInZone(new Date(), timeZone));
        client.setQueryData(
          queryKey,
          (today) =>
            today && {
              ...today,
              running: { id: activity, title, startedAt, plannedMinutes: null },
            },
        );
      }
    },
    [client, member, t, timeZone],
  );
}
