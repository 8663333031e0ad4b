import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { activitiesPath } from './activity.ts';
import { useSayTime } from './finish/say-time.ts';
import type { CallLine } from './plan.queries.ts';
import { planWords } from './plan.words.ts';

interface Moved {
  id: string;
  title: string;
  /** When it was planned before. */
  startsAt: string | null;
}

/** Changes of the plan, each told with the way back. */
export function useMove() {
  const client = useQueryClient();
  const t = useWords(planWords);
  const sayTime = useSayTime();
  const tell = useCallback(
    async (work: () => Promise<{ text: string; undo: () => Promise<unknown> }>) => {
      const back = async (undo: () => Promise<unknown>) => {
        await undo();
        await renew(client, activitiesPath);
      };
      const failed = (error: unknown) =>
        notify({
          tone: 'bad',
          text:
            isProblem(error, 'offline') || !(error instanceof Error)
              ? t('notSaved')
              : error.message,
        });
      try {
        const { text, undo } = await work();
        await renew(client, activitiesPath);
        notify({
          tone: 'ok',
          text,
          action: { label: t('undo'), run: () => void back(undo).catch(failed) },
        });
      } catch (error) {
        failed(error);
      }
    },
    [client, t],
  );
  return {
    /** To another time; what was forgotten is planned again. */
    move: ({ id, title, startsAt }: Moved, to: string) =>
      tell(async () => {
        const path = address(`${activitiesPath}/${id}`);
        await send('PATCH', path, { startsAt: to });
        return {
          text: t('moved', { name: title, when: sayTime(to) }),
          undo: () => send('PATCH', path, { startsAt }),
        };
      }),
    /** A call that was only suggested. */
    plan: ({ account, contact, lead, title }: CallLine, startsAt: string) =>
      tell(async () => {
        const made = await send<RecordData>('POST', address(activitiesPath), {
          kind: 'call',
          startsAt,
          ...(account !== null && { account }),
          ...(contact !== null && { contacts: [contact] }),
          ...(lead !== null && { lead }),
        });
        return {
          text: t('planned', { name: title, when: sayTime(startsAt) }),
          undo: () => send('DELETE', address(`${activitiesPath}/${made.id}`)),
        };
      }),
    skip: ({ key, title }: CallLine) =>
      tell(async () => {
        const id = key.split(':').at(-1);
        const put = (skipped: boolean) => send('POST', address('call-plan/skips'), { id, skipped });
        await put(true);
        return { text: t('skipped', { name: title }), undo: () => put(false) };
      }),
  };
}
