import { invalid } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { idsOf } from '#engine/records/index.ts';
import { findEvents } from './find-events.ts';
import { daysOff } from './find-free.ts';
import { joined, without } from './free-slots.ts';
import { hoursOf } from './hours-of.ts';
import { workingSpans } from './working-spans.ts';

export interface Slot {
  startsAt: string;
  endsAt: string;
  people: readonly string[];
  /** The activity that is moved. */
  except?: string | undefined;
}

const longestMs = 62 * 86_400_000;

/** What stands in the way of a time: what these people have on already, and who does not work then. */
export async function findConflicts(ctx: Ctx, { startsAt, endsAt, people, except }: Slot) {
  if (endsAt < startsAt) throw invalid([{ path: 'endsAt', code: 'endsEarly' }]);
  if (Date.parse(endsAt) - Date.parse(startsAt) > longestMs)
    throw invalid([{ path: 'endsAt', code: 'badDate' }]);
  if (!people.every((id) => ctx.directory.members.has(id)))
    throw invalid([{ path: 'people', code: 'notFound' }]);
  const stretch = { members: people, from: startsAt, to: endsAt };
  const { items, busy } = await findEvents(ctx, stretch, [
    'subject',
    'status',
    'startsAt',
    'endsAt',
    'allDay',
    'owner',
    'people',
  ]);
  const asked = new Set(people);
  // Whole days stand above the hours: a fair that goes on all day leaves room for a call.
  const overlaps = items
    .filter(({ id, status, allDay }) => id !== except && status !== 'cancelled' && allDay !== true)
    .map(({ id, subject, startsAt: from, endsAt: to, owner, people: others }) => ({
      id,
      subject: typeof subject === 'string' ? subject : null,
      startsAt: String(from),
      endsAt: String(to),
      members: [...new Set([...idsOf(owner), ...idsOf(others)])].filter((id) => asked.has(id)),
    }));
  const unseen = busy
    .filter(({ activity, allDay }) => activity !== except && !allDay)
    .map(({ member, startsAt: from, endsAt: to }) => ({
      id: null,
      subject: null,
      startsAt: from,
      endsAt: to,
      members: [member],
    }));
  return {
    overlaps: [...overlaps, ...unseen].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    notWorking: await notWorking(ctx, { startsAt, endsAt, people }),
  };
}

/** Those outside whose hours, or on whose day off, some of it lies. */
async function notWorking(ctx: Ctx, { startsAt, endsAt, people }: Slot): Promise<string[]> {
  const off = daysOff(ctx, startsAt, endsAt);
  const asked = [{ from: Date.parse(startsAt), to: Date.parse(endsAt) }];
  const hours = await hoursOf(ctx, people);
  return hours
    .filter((person) => {
      const works = workingSpans(person, { from: startsAt, to: endsAt }, off);
      return without(asked, joined(works)).length > 0;
    })
    .map(({ id }) => id);
}
