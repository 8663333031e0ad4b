import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { toInput } from '#web/engine/records/to-input.ts';
import { useSave } from '#web/engine/records/save.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../../settings/use-tell.ts';
import { activitiesPath } from '../calendar.queries.ts';
import { calendarWords } from '../calendar.words.ts';

interface Plan {
  values: Record<string, unknown>;
  rule: string | undefined;
}

/** Keeps a plan, once or again and again, with a way back. */
export function usePlan(object: ScreenObject, onDone: () => void) {
  const client = useQueryClient();
  const save = useSave(object);
  const tell = useTell();
  const t = useWords(calendarWords);
  return useMutation({
    mutationFn: async ({ values, rule }: Plan) => {
      if (rule === undefined) return save.create(values);
      const { activity } = await send<{ activity: RecordData }>(
        'POST',
        address(`${activitiesPath}/series`),
        { values: toInput(object, values), rule },
      );
      void renew(client, activitiesPath);
      return activity;
    },
    onSuccess: (made, { rule }) => {
      onDone();
      const undo = () =>
        rule === undefined
          ? save.remove([made.id])
          : send('POST', address(`${activitiesPath}/${made.id}/series`), {
              scope: 'all',
              remove: true,
            }).then(() => renew(client, activitiesPath));
      notify({
        tone: 'ok',
        text: t('planned', { name: asText(made['subject']) }),
        action: { label: t('undo'), run: () => void undo().catch(tell) },
      });
    },
    onError: (error) => {
      // What is wrong with a field is said at it.
      if (!isProblem(error) || error.errors.length === 0) tell(error);
    },
  });
}
