import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { activitiesPath } from '../activity.ts';
import { openFinish } from '../open-finish.ts';
import { finishWords } from './finish.words.ts';
import { dropFinish, lateFinishes } from './late-finishes.ts';

/** What an answer cannot change: it is tried again when the network, the server or the person is back. */
const isPassing = (error: unknown): boolean =>
  isProblem(error, 'offline') ||
  isProblem(error, 'unauthenticated') ||
  (isProblem(error) && (error.status === 429 || error.status >= 500));

/** Sends outcomes that were told without a network, one tab at a time. */
export function useLateFinishes(): void {
  const client = useQueryClient();
  const t = useWords(finishWords);
  const { id: member } = useMe();
  useEffect(() => {
    const sendAll = async () => {
      let sent = 0;
      for (const late of lateFinishes(member)) {
        const { id, subject, once, body } = late;
        try {
          await send('POST', address(`${activitiesPath}/${id}/finish`), body, { once });
          dropFinish(member, late);
          sent += 1;
        } catch (error) {
          if (isPassing(error)) break;
          dropFinish(member, late);
          notify({
            tone: 'bad',
            text: t('refused', { subject, reason: error instanceof Error ? error.message : '' }),
            action: { label: t('reopen'), run: () => openFinish({ id }) },
          });
        }
      }
      if (sent === 0) return;
      notify({ tone: 'ok', text: t('sent', { count: sent }) });
      await renew(client, activitiesPath);
    };
    const run = () => {
      if (!navigator.onLine || lateFinishes(member).length === 0) return;
      void navigator.locks.request('duyen.finishes', { ifAvailable: true }, (lock) =>
        lock ? sendAll() : undefined,
      );
    };
    run();
    const timer = setInterval(run, 30_000);
    window.addEventListener('online', run);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', run);
    };
  }, [client, member, t]);
}
