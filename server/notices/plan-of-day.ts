import type { Predicate } from '#shared/filter.ts';
import { formatTime } from '#shared/locale/date-time.ts';
import type { RemindRule } from '#shared/define.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';

interface Planned {
  text: string;
  path: string;
  at: string;
}

/** What the member has on this day, by the objects that remind of their records, in the order of the day. */
export async function planOf(ctx: Ctx, day: Temporal.PlainDate, most: number): Promise<Planned[]> {
  const planned: Planned[] = [];
  for (const object of ctx.model.objects.values())
    if (object.remind) planned.push(...(await planOfObject(ctx, object, object.remind, day, most)));
  return planned.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(0, most);
}

async function planOfObject(
  ctx: Ctx,
  object: ModelObject,
  remind: RemindRule,
  day: Temporal.PlainDate,
  most: number,
): Promise<Planned[]> {
  const isDate = object.fields.get(remind.at)?.kind === 'date';
  const { timeZone } = ctx.actor;
  const from = day.toZonedDateTime(timeZone).toInstant();
  const to = day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  const days: Predicate[] = isDate
    ? [{ field: remind.at, op: 'eq', value: day.toString() }]
    : [
        { field: remind.at, op: 'gte', value: from.toString() },
        { field: remind.at, op: 'lt', value: to.toString() },
      ];
  const state: Predicate[] = remind.while
    ? [{ field: remind.while.field, op: 'in', value: [...remind.while.in] }]
    : [];
  const { items } = await list(ctx, object.key, {
    where: { and: [...days, ...state, { or: remind.who.map((key) => isMine(object, key)) }] },
    sort: remind.at,
    limit: most,
  });
  return items.map((record) => {
    const at = String(record[remind.at]);
    const wholeDay = isDate || (remind.wholeDay !== undefined && record[remind.wholeDay] === true);
    const time = wholeDay ? '' : `${formatTime(new Date(at), timeZone)} `;
    const title = record[object.title];
    return {
      text: `${time}${typeof title === 'string' ? title : object.label[ctx.actor.language]}`,
      path: `/${object.path}/${String(record.id)}`,
      at,
    };
  });
}

const isMine = (object: ModelObject, key: string): Predicate => ({
  field: key,
  op: object.fields.get(key)?.kind === 'members' ? 'hasAny' : 'eq',
  value: { me: true },
});
