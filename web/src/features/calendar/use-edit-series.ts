import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { recordQuery, renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useModel } from '#web/engine/model.ts';
import { toInput } from '#web/engine/records/to-input.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../settings/use-tell.ts';
import { activitiesPath, type CalendarItem } from './calendar.queries.ts';
import { calendarWords } from './calendar.words.ts';
import { sendInvitations } from './invitation.queries.ts';
import type { Scope } from './use-change-times.ts';

/** What all of a series have in common; what came of one is its own. */
const common: readonly string[] = [
  'subject',
  'kind',
  'priority',
  'startsAt',
  'endsAt',
  'place',
  'link',
  'remindBefore',
  'description',
  'account',
  'lead',
  'contacts',
  'people',
  'about',
];

/** The form of an activity; what is changed in it goes to the others of its series too, when they are meant. */
export function useEditSeries() {
  const client = useQueryClient();
  const object = useModel().byKey.get('activity');
  const tell = useTell();
  const t = useWords(calendarWords);
  return useCallback(
    async (item: CalendarItem, scope: Scope, tellOthers = false) => {
      if (!object) return;
      if (scope === 'this')
        return openForm({
          object: object.key,
          recordId: item.id,
          ...(tellOthers && { onDone: () => void sendInvitations(item.id, {}).catch(tell) }),
        });
      const before = await client.fetchQuery(recordQuery(activitiesPath, item.id));
      openForm({
        object: object.key,
        recordId: item.id,
        onDone: (after) => {
          const values = changedIn(before, after);
          if (Object.keys(values).length === 0) return;
          send<{ changed: number }>('POST', address(`${activitiesPath}/${item.id}/series`), {
            scope,
            values: toInput(object, values),
            tell: tellOthers,
          })
            .then(({ changed }) =>
              notify({ tone: 'ok', text: t('changedAll', { count: changed }) }),
            )
            .catch(tell)
            .finally(() => void renew(client, activitiesPath));
        },
      });
    },
    [client, object, tell, t],
  );
}

const changedIn = (before: RecordData, after: RecordData): Record<string, unknown> =>
  Object.fromEntries(
    common
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => [key, after[key]]),
  );
