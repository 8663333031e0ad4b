import { daysOf } from '#shared/calendar/days-of.ts';
import { restDaysOf } from '#shared/calendar/working-hours.ts';
import { toLunar } from '#shared/locale/lunar.ts';
import { invalid } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { teamsBelow } from '#engine/directory.ts';
import { calendarSettings } from './calendar-settings.ts';
import { changeableIds } from './changeable-ids.ts';
import { daysBetween, instantOf, nextDay } from './days-between.ts';
import { briefFields, findEvents, shownFields } from './find-events.ts';
import { hoursOf } from './hours-of.ts';

export interface CalendarQuery {
  /** Days where the actor is, both included. */
  from: string;
  to: string;
  members?: readonly string[] | undefined;
  teams?: readonly string[] | undefined;
}

export const mostDays = 62;
/** Days of two weeks: of longer stretches of several people, only what a month shows is told. */
const weeks = 14;
export const mostPeople = 100;

/** What is on: of the actor, or of the people and teams asked for, with the days' names and everybody's hours. */
export async function showCalendar(ctx: Ctx, { from, to, ...whose }: CalendarQuery) {
  const { timeZone } = ctx.actor;
  checkDays(from, to);
  const members = membersOf(ctx, whose);
  const stretch = {
    members,
    from: instantOf(from, '00:00', timeZone),
    to: instantOf(nextDay(to), '00:00', timeZone),
  };
  const isMuch = members.length > 1 && daysBetween(from, to).length > weeks;
  const events = await findEvents(ctx, stretch, isMuch ? briefFields : shownFields);
  const changeable = await changeableIds(
    ctx,
    events.items.map(({ id }) => id),
  );
  const people = await hoursOf(ctx, members);
  return {
    from,
    to,
    timeZone,
    days: namedDays(ctx, from, to),
    people: people.map((person) => ({
      ...person,
      name: ctx.directory.members.get(person.id)?.name ?? '',
    })),
    items: events.items.map((item) => ({ ...item, mayChange: changeable.has(item.id) })),
    busy: events.busy.map(({ member, startsAt, endsAt, allDay }) => ({
      member,
      startsAt,
      endsAt,
      allDay,
    })),
    truncated: events.truncated,
  };
}

function checkDays(from: string, to: string): void {
  if (to < from) throw invalid([{ path: 'to', code: 'endsEarly' }]);
  if (daysBetween(from, to).length > mostDays)
    throw invalid([{ path: 'to', code: 'tooMany', params: { max: mostDays } }]);
}

/** Each once: those named and those of the teams; without either, the actor. */
export function membersOf(
  { actor, directory }: Ctx,
  { members = [], teams = [] }: Pick<CalendarQuery, 'members' | 'teams'>,
): string[] {
  if (members.length === 0 && teams.length === 0) return actor.kind === 'member' ? [actor.id] : [];
  for (const [path, ids, known] of [
    ['members', members, directory.members],
    ['teams', teams, directory.teams],
  ] as const)
    if (!ids.every((id) => known.has(id))) throw invalid([{ path, code: 'notFound' }]);
  const below = new Set(teamsBelow(directory.teams, teams));
  const found = [...directory.members.values()].filter(
    ({ active, teamIds }) => active && teamIds.some((id) => below.has(id)),
  );
  const all = [...new Set([...members, ...found.map(({ id }) => id)])];
  if (all.length > mostPeople)
    throw invalid([{ path: 'teams', code: 'tooMany', params: { max: mostPeople } }]);
  return all;
}

/** Every day with its lunar date, what it is called, and whether the company is off. */
function namedDays(ctx: Ctx, from: string, to: string) {
  const { hours, holidays } = calendarSettings(ctx);
  const named = Map.groupBy(daysOf(from, to, holidays, restDaysOf(hours)), ({ date }) => date);
  return daysBetween(from, to).map((date) => {
    const names = named.get(date) ?? [];
    return {
      date,
      lunar: toLunar(date) ?? null,
      off: names.some(({ off }) => off),
      names: names.map(({ label, kind }) => ({ label, kind })),
    };
  });
}
