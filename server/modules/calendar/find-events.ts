import type { Ctx } from '#engine/context.ts';
import { asSystem } from '#engine/access/as-system.ts';
import { idsOf, type PresentedRecord } from '#engine/records/index.ts';
import { presentVisible } from '#engine/records/present-visible.ts';
import { idsWithin, type Stretch } from './ids-within.ts';

/** A time that is taken; by what, is not told. */
export interface Busy {
  /** The activity; for those who may read it and for what is left out, never shown to others. */
  activity: string;
  member: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
}

export interface Events {
  /** What the actor may read. */
  items: PresentedRecord[];
  /** What else these people do. */
  busy: Busy[];
  /** Not everything is told: there is too much of it. */
  truncated: boolean;
}

export const shownFields: readonly string[] = [
  'subject',
  'kind',
  'status',
  'priority',
  'startsAt',
  'endsAt',
  'allDay',
  'owner',
  'people',
  'account',
  'lead',
  'contacts',
  'place',
  'link',
  'result',
  'recurrence',
];
/** What fits into a month of several people: whom it is with is asked for when one is opened. */
export const briefFields: readonly string[] = [
  'subject',
  'kind',
  'status',
  'startsAt',
  'endsAt',
  'allDay',
  'owner',
  'recurrence',
];
const timeFields: readonly string[] = ['startsAt', 'endsAt', 'allDay', 'owner', 'people'];
/** Without these nobody can be shown what is on when. */
const needed: readonly string[] = [...timeFields, 'kind'];

/**
 * What people have on between two moments: activities as the actor may read them, and of all others only that the time
 * is taken. Notes take none.
 */
export async function findEvents(
  ctx: Ctx,
  stretch: Stretch,
  fields: readonly string[] = shownFields,
): Promise<Events> {
  const { hidden, read } = ctx.access.of('activity');
  const { ids, truncated } = await idsWithin(asSystem(ctx, 'calendar'), stretch);
  // Whoever may not know when things are cannot be shown them by time.
  const readable = !needed.some((field) => hidden.has(field));
  const wanted = fields.filter((field) => !hidden.has(field));
  const found = readable ? await presentVisible(ctx, 'activity', ids, wanted) : [];
  const byId = new Map(found.map((item) => [item.id, item]));
  const items = ids.flatMap((id) => byId.get(id) ?? []);
  if (read === true && readable) return { items, busy: [], truncated };
  const others = await presentVisible(
    asSystem(ctx, 'calendar'),
    'activity',
    ids.filter((id) => !byId.has(id)),
    [...timeFields, 'status'],
  );
  const shown = new Set(stretch.members);
  const busy = others
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((each) => busyOf(each, shown))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return { items, busy, truncated };
}

/** The times an activity takes of those people who are in it. */
export function busyOf(
  { id, startsAt, endsAt, allDay, owner, people }: PresentedRecord,
  members: ReadonlySet<string>,
): Busy[] {
  return [...new Set([...idsOf(owner), ...idsOf(people)])]
    .filter((member) => members.has(member))
    .map((member) => ({
      activity: id,
      member,
      startsAt: String(startsAt),
      endsAt: String(endsAt ?? startsAt),
      allDay: allDay === true,
    }));
}
