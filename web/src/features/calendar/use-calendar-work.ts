import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { openStatuses } from '#shared/activity.ts';
import { renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { useModel } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useTell } from '../settings/use-tell.ts';
import { activitiesPath, type CalendarItem, type Person, type Slot } from './calendar.queries.ts';
import { calendarWords } from './calendar.words.ts';
import type { Entry } from './entries.ts';
import { invitationQuery, sendInvitations } from './invitation.queries.ts';
import { useChangeTimes, type Scope } from './use-change-times.ts';
import { useEditSeries } from './use-edit-series.ts';
import { instantAt, wallOf } from './wall.ts';

type Opened =
  | { kind: 'card'; key: string; box: DOMRect }
  | { kind: 'plan'; id: number; slot: Slot; person: Person | undefined; box: DOMRect };

type Asked =
  | { what: 'move'; item: CalendarItem; slot: Slot }
  | { what: 'edit' | 'remove'; item: CalendarItem };

const usualMinutes = 60;
const morning = 9 * 60;

/** What is open on the calendar, and what is done with what is on it. */
export function useCalendarWork({ day, today }: { day: string; today: string }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [count, setCount] = useState(0);
  const client = useQueryClient();
  const tell = useTell();
  const t = useWords(calendarWords);
  const { timeZone } = useLanguage();
  const changeTimes = useChangeTimes();
  const editSeries = useEditSeries();
  const canRemove = useModel().byKey.get('activity')?.rights.delete !== 'none';

  const draw = (slot: Slot, person: Person | undefined, box: DOMRect) => {
    setCount(count + 1);
    setOpened({ kind: 'plan', id: count, slot, person, box });
  };
  const remove = async (item: CalendarItem, scope: Scope, tellOthers = false) => {
    const path = `${activitiesPath}/${item.id}`;
    try {
      if (scope === 'this') {
        // Of what is gone, nothing can be told any more.
        if (tellOthers) await sendInvitations(item.id, { cancel: true });
        await send('DELETE', address(path));
      } else
        await send('POST', address(`${path}/series`), { scope, remove: true, tell: tellOthers });
      notify({
        tone: 'ok',
        text: t('removed', { name: item.subject ?? '' }),
        ...(scope === 'this' && {
          action: {
            label: t('undo'),
            run: () =>
              void send('POST', address(`${path}/restore`))
                .then(() => renew(client, activitiesPath))
                .catch(tell),
          },
        }),
      });
    } catch (error) {
      tell(error);
    }
    void renew(client, activitiesPath);
  };

  /** To what is still to come; they hear of it only before it is gone. */
  const isInvited = async ({ id, status }: CalendarItem) => {
    if (!openStatuses.includes(status ?? '')) return false;
    const { invitation } = await client.ensureQueryData(invitationQuery(id));
    return invitation?.cancelledAt === null;
  };
  const removeOrAsk = async (item: CalendarItem) => {
    if (item.recurrence || (await isInvited(item))) setAsked({ what: 'remove', item });
    else await remove(item, 'this');
  };

  return {
    opened,
    asked,
    draw,
    close: () => setOpened(null),
    leave: () => setAsked(null),
    open: (entry: Entry, box: DOMRect) => setOpened({ kind: 'card', key: entry.key, box }),
    setSlot: (slot: Slot) =>
      setOpened((before) => (before?.kind === 'plan' ? { ...before, slot } : before)),
    /** At the next full hour of today, in the morning of other days. */
    planAnew() {
      const now = wallOf(new Date().toISOString(), timeZone);
      const from =
        day === today ? Math.min(23 * 60, 60 * (Math.floor(now.minutes / 60) + 1)) : morning;
      const startsAt = instantAt(day, from, timeZone);
      const endsAt = new Date(Date.parse(startsAt) + usualMinutes * 60_000).toISOString();
      draw({ startsAt, endsAt }, undefined, new DOMRect(window.innerWidth - 400, 96, 1, 1));
    },
    move({ item }: Entry, slot: Slot) {
      if (!item) return;
      if (item.recurrence) setAsked({ what: 'move', item, slot });
      else void changeTimes(item, slot);
    },
    edit(item: CalendarItem) {
      setOpened(null);
      if (item.recurrence) setAsked({ what: 'edit', item });
      else void editSeries(item, 'this');
    },
    remove(item: CalendarItem) {
      setOpened(null);
      if (!canRemove) return;
      void removeOrAsk(item).catch(tell);
    },
    choose(scope: Scope, tellOthers: boolean) {
      setAsked(null);
      if (asked?.what === 'move') void changeTimes(asked.item, asked.slot, scope, tellOthers);
      else if (asked?.what === 'edit') void editSeries(asked.item, scope, tellOthers).catch(tell);
      else if (asked) void remove(asked.item, scope, tellOthers);
    },
  };
}
