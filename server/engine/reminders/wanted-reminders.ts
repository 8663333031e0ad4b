import type { RemindRule } from '#shared/define.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { zoneOf } from '../notices/quiet-hours.ts';
import { idsIn } from '../records/references.ts';
import type { Values } from '../records/rules.ts';

export interface Reminder {
  object: string;
  recordId: string;
  member: string;
  /** When to remind, and the moment it is about. */
  at: string;
  due: string;
  minutes: number;
  /** Whose morning it is, for days. */
  zone: string | null;
}

/** A day has no moment of its own; people are told of it at this hour, where they are. */
const morning = Temporal.PlainTime.from('08:00');
const minutesOfDay = 24 * 60;

/** All reminders a record asks for as it is, past ones too. */
export function wantedReminders(ctx: Ctx, object: ModelObject, values: Values): Reminder[] {
  const { remind } = object;
  const moment = values[remind?.at ?? ''];
  if (!remind || typeof moment !== 'string' || !isWanted(remind, values)) return [];
  const ofDay =
    object.fields.get(remind.at)?.kind === 'date' ||
    (remind.wholeDay !== undefined && values[remind.wholeDay] === true);
  const members = [...new Set(remind.who.flatMap((key) => idsIn(values[key])))];
  const each = members.flatMap((member) =>
    minutesOf(remind, values).map((minutes): Reminder => {
      const zone = ofDay ? zoneOf(ctx, member) : null;
      const [at, due] =
        zone === null
          ? ofMoment(moment, minutes)
          : ofMorning(dayOf(moment, ctx.workspace.settings.timeZone), minutes, zone);
      const recordId = String(values['id']);
      return { object: object.key, recordId, member, at, due, minutes, zone };
    }),
  );
  // Two that fall on one instant are one.
  return [
    ...new Map(each.map((reminder) => [`${reminder.member} ${reminder.at}`, reminder])).values(),
  ];
}

function isWanted({ while: condition }: RemindRule, values: Values): boolean {
  return condition === undefined || condition.in.includes(String(values[condition.field]));
}

function minutesOf({ minutes }: RemindRule, values: Values): number[] {
  const said = typeof minutes === 'string' ? [values[minutes] ?? []].flat() : minutes;
  return said.map(Number).filter((each) => Number.isFinite(each) && each >= 0);
}

function ofMoment(moment: string, minutes: number): [string, string] {
  const due = Temporal.Instant.from(moment);
  return [due.subtract({ minutes }).toString(), due.toString()];
}

/** Whole days before; less than a day is the morning of the day itself. */
function ofMorning(day: Temporal.PlainDate, minutes: number, timeZone: string): [string, string] {
  const at = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: morning }).toInstant().toString();
  return [at(day.subtract({ days: Math.floor(minutes / minutesOfDay) })), at(day)];
}

const dayOf = (moment: string, timeZone: string): Temporal.PlainDate =>
  moment.length === 10
    ? Temporal.PlainDate.from(moment)
    : Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate();
