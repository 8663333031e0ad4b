import { plusDays } from '#shared/locale/date.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { membersQuery } from '#web/api/people.ts';
import { renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { changedIn } from '#web/engine/records/cached-record.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import {
  activitiesPath,
  askConflicts,
  calendarKey,
  type CalendarItem,
  type Conflicts,
  type Slot,
} from './calendar.queries.ts';
import { calendarWords } from './calendar.words.ts';
import { sendInvitations } from './invitation.queries.ts';
import { sayDay } from './say-day.ts';
import { useTell } from '../settings/use-tell.ts';
import { clockOf, wallOf } from './wall.ts';

/** Which occurrences of a series a change is for. */
export type Scope = 'this' | 'following' | 'all';

const none: Conflicts = { overlaps: [], notWorking: [] };

/** Gives an activity other times: at once on the screen, with what is in the way of them, and a way back. */
export function useChangeTimes() {
  const client = useQueryClient();
  const t = useWords(calendarWords);
  const tell = useTell();
  const { language, timeZone } = useLanguage();
  const me = useMe();

  const write = useCallback(
    async (item: CalendarItem, { startsAt, endsAt }: Slot, scope: Scope, tellOthers: boolean) => {
      const times = { startsAt, endsAt };
      const before = client.getQueriesData<unknown>({ queryKey: calendarKey });
      await client.cancelQueries({ queryKey: calendarKey });
      client.setQueriesData<unknown>({ queryKey: calendarKey }, (answer: unknown) =>
        changedIn(answer, item.id, (record) => ({ ...record, ...times })),
      );
      try {
        if (scope === 'this') {
          await send('PATCH', address(`${activitiesPath}/${item.id}`), times);
          if (tellOthers) await sendInvitations(item.id, {});
        } else
          await send('POST', address(`${activitiesPath}/${item.id}/series`), {
            scope,
            values: times,
            tell: tellOthers,
          });
        return true;
      } catch (error) {
        for (const [key, data] of before) client.setQueryData(key, data);
        tell(error);
        return false;
      } finally {
        void renew(client, activitiesPath);
      }
    },
    [client, tell],
  );

  return useCallback(
    async (item: CalendarItem, slot: Slot, scope: Scope = 'this', tellOthers = false) => {
      const was = { startsAt: item.startsAt, endsAt: item.endsAt ?? item.startsAt };
      if (!(await write(item, slot, scope, tellOthers))) return;
      const people = [item.owner, ...(item.people ?? [])].flatMap((each) => each?.id ?? []);
      // Whole days leave room for what has its hour.
      const isAllDay = item.allDay === true;
      const [conflicts, { items: members }] = await Promise.all([
        isAllDay
          ? none
          : askConflicts({
              ...slot,
              people: people.length > 0 ? people : [me.id],
              except: item.id,
            }).catch(() => none),
        client.ensureQueryData(membersQuery),
      ]);
      const isMoved = slot.startsAt !== was.startsAt;
      const { day, minutes } = wallOf(isMoved ? slot.startsAt : slot.endsAt, timeZone);
      const on = isAllDay && !isMoved && minutes === 0 ? plusDays(day, -1) : day;
      const when = isAllDay ? sayDay(on, language) : `${sayDay(on, language)}, ${clockOf(minutes)}`;
      const done = t(isMoved ? 'moved' : 'stretched', { when });
      const [first, ...others] = conflicts.overlaps;
      const name =
        first &&
        (first.subject ??
          t('somethingOf', {
            name: members.find(({ id }) => id === first.members[0])?.name ?? '',
          }));
      const what =
        name !== undefined && others.length > 0
          ? t('andOthers', { what: name, count: others.length })
          : name;
      const isBeyond = conflicts.notWorking.length > 0;
      notify({
        tone: what !== undefined || isBeyond ? 'warn' : 'ok',
        text:
          what !== undefined ? t('over', { done, what }) : isBeyond ? t('beyond', { done }) : done,
        action: {
          label: t('undo'),
          // A series that was split is moved back as a whole: it has nothing but what was moved.
          run: () => void write(item, was, scope === 'following' ? 'all' : scope, tellOthers),
        },
      });
    },
    [write, client, me.id, timeZone, language, t],
  );
}
