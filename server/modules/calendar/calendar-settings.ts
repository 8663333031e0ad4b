import type { DayOverride } from '#shared/calendar/days-of.ts';
import {
  usualHours,
  type CalendarSettings,
  type WeekHours,
} from '#shared/calendar/working-hours.ts';
import type { Ctx } from '#engine/context.ts';
import { graceMinutes, usualMinutes } from '../activity/index.ts';

/** What the company keeps to, with what is usual where it says nothing. */
export interface ShownSettings {
  hours: WeekHours;
  holidays: { notOff: readonly string[]; days: readonly DayOverride[] };
  usualMinutes: Readonly<Record<string, number>>;
  forgottenAfterMinutes: number;
}

export function calendarSettings({ workspace: { settings } }: Ctx): ShownSettings {
  const { hours, holidays, usualMinutes: own }: CalendarSettings = settings.calendar ?? {};
  return {
    hours: hours ?? usualHours,
    holidays: { notOff: holidays?.notOff ?? [], days: holidays?.days ?? [] },
    usualMinutes: { ...usualMinutes, ...own },
    forgottenAfterMinutes: settings.forgottenAfterMinutes ?? graceMinutes,
  };
}
