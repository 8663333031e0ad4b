import type { Ctx } from '#engine/context.ts';
import { asSystem } from '#engine/access/as-system.ts';
import { list, type PresentedRecord } from '#engine/records/index.ts';
import { longestMinutes } from '../activity/index.ts';

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

export interface Stretch {
  members: readonly string[];
  /** Instants. */
  from: string;
  to: string;
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
const most = 5000;

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
  // Whoever may not know when things are cannot be shown them by time.
  const readable = !needed.some((field) => hidden.has(field));
  const wanted = fields.filter((field) => !hidden.has(field));
  const own = readable ? await within(ctx, stretch, wanted) : { items: [], nextCursor: null };
  const { items } = own;
  if (read === true && readable) return { items, busy: [], truncated: own.nextCursor !== null };
  const all = await within(asSystem(ctx, 'calendar'), stretch, [...timeFields, 'status']);
  const seen = new Set(items.map(({ id }) => id));
  const shown = new Set(stretch.members);
  return {
    items,
    busy: all.items
      .filter(({ id, status }) => !seen.has(id) && status !== 'cancelled')
      .flatMap((each) => busyOf(each, shown)),
    truncated: own.nextCursor !== null || all.nextCursor !== null,
  };
}

/** The times an activity takes of those people who are in it. */
export function busyOf(
  { id, startsAt, endsAt, allDay, owner, people }: PresentedRecord,
  members: ReadonlySet<string>,
): Busy[] {
  return [...new Set([...refs(owner), ...refs(people)])]
    .filter((member) => members.has(member))
    .map((member) => ({
      activity: id,
      member,
      startsAt: String(startsAt),
      endsAt: String(endsAt ?? startsAt),
      allDay: allDay === true,
    }));
}

/** Presented links as the ids they are of. */
export function refs(value: unknown): string[] {
  return [value]
    .flat()
    .flatMap((each: unknown) =>
      typeof each === 'object' && each !== null && 'id' in each ? [String(each.id)] : [],
    );
}

function within(ctx: Ctx, { members, from, to }: Stretch, fields: readonly string[]) {
  const earliest = new Date(Date.parse(from) - longestMinutes * 60_000).toISOString();
  return list(ctx, 'activity', {
    where: {
      and: [
        {
          or: [
            { field: 'owner', op: 'in', value: members },
            { field: 'people', op: 'hasAny', value: members },
          ],
        },
        { field: 'startsAt', op: 'lt', value: to },
        { field: 'startsAt', op: 'gte', value: earliest },
        // One without any length, such as a task at a time, is on when it begins.
        {
          or: [
            { field: 'endsAt', op: 'gt', value: from },
            { field: 'startsAt', op: 'gte', value: from },
          ],
        },
        { field: 'kind', op: 'ne', value: 'note' },
      ],
    },
    sort: 'startsAt',
    fields,
    limit: most,
  });
}
