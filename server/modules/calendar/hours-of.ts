import type { WeekHours } from '#shared/calendar/working-hours.ts';
import type { Ctx } from '#engine/context.ts';
import { calendarSettings } from './calendar-settings.ts';

export interface PersonHours {
  id: string;
  timeZone: string;
  hours: WeekHours;
}

/** When people work, on their own clocks: their own hours, else those of the company. */
export async function hoursOf(ctx: Ctx, ids: readonly string[]): Promise<PersonHours[]> {
  if (ids.length === 0) return [];
  const { hours } = calendarSettings(ctx);
  const rows = await ctx.tables
    .selectFrom('member')
    .select(['id', 'settings'])
    .where('id', 'in', [...ids])
    .execute();
  const own = new Map(rows.map(({ id, settings }) => [id, settings.workingHours]));
  return ids.map((id) => ({
    id,
    timeZone: ctx.directory.members.get(id)?.timeZone ?? ctx.workspace.settings.timeZone,
    hours: own.get(id) ?? hours,
  }));
}
