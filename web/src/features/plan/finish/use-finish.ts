import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import { keys, renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { activitiesPath, partiesOf } from '../activity.ts';
import { finishWords } from './finish.words.ts';
import { bodyOf, type FinishInput } from './finish-input.ts';
import { keepFinish } from './late-finishes.ts';
import { useSayTime } from './say-time.ts';

interface Finished {
  activity: RecordData;
  next: RecordData | null;
}

interface Done {
  /** Undefined where it waits for the network. */
  activity?: RecordData;
}

/** Saves what came of an activity; without a network it is kept and sent later. */
export function useFinish(activity: RecordData, onDone: (done: Done) => void) {
  const client = useQueryClient();
  const t = useWords(finishWords);
  const { byKey } = useModel();
  const { id: member } = useMe();
  const sayTime = useSayTime();
  const { id } = activity;
  const subject = asText(activity['subject']);
  const touched = [
    activitiesPath,
    ...partiesOf(activity).flatMap(({ object }) => byKey.get(object)?.path ?? []),
  ];
  const undo = async ({ next }: Finished) => {
    const { status, result, summary, startedAt, noNextStep } = activity;
    if (next) await send('DELETE', address(`${activitiesPath}/${next.id}`));
    // The clock alone says forgotten; planned, it is so again in a minute.
    await send('PATCH', address(`${activitiesPath}/${id}`), {
      status: status === 'forgotten' ? 'planned' : status,
      result,
      summary,
      startedAt,
      noNextStep,
    });
    await renew(client, ...touched);
    notify({ tone: 'ok', text: t('undone') });
  };
  return useMutation({
    mutationFn: async (input: Promise<FinishInput>) => {
      const body = bodyOf(activity, await input, new Date());
      const once = crypto.randomUUID();
      try {
        const path = address(`${activitiesPath}/${id}/finish`);
        return await send<Finished>('POST', path, body, { once });
      } catch (error) {
        if (!isProblem(error, 'offline')) throw error;
        // The answer alone may have been lost: with the same key it is done once.
        if (!keepFinish(member, { id, subject, once, body })) throw error;
        return null;
      }
    },
    onSuccess: (finished) => {
      if (!finished) {
        notify({ tone: 'warn', text: t('queued') });
        onDone({});
        return;
      }
      client.setQueryData(keys.record(activitiesPath, id), finished.activity);
      void renew(client, ...touched);
      const nextAt = asText(finished.next?.['startsAt']);
      notify({
        tone: 'ok',
        text: nextAt ? t('savedNext', { when: sayTime(nextAt) }) : t('saved', { subject }),
        action: { label: t('undo'), run: () => undo(finished) },
      });
      onDone({ activity: finished.activity });
    },
  });
}
