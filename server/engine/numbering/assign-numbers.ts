import { formatNumber, seriesKey } from '#shared/fields/autoNumber.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sameValue } from '../records/parse-values.ts';
import type { Change } from '../records/rules.ts';
import { qualified } from '../records/sql.ts';
import { readNumber } from './read-number.ts';

/**
 * Gives every new record its number, and notes those that records bring along. The counter's row stays locked until the transaction ends, so numbers are distinct
 * and without gaps whatever is rolled back; therefore this comes as late as possible before the write.
 */
export async function assignNumbers(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
): Promise<void> {
  for (const field of object.fields.values()) {
    if (field.kind !== 'autoNumber') continue;
    const open = changes.filter(({ before, after }) => before === null && !after[field.key]);
    const brought = changes
      .filter(({ before, after }) => !sameValue(field, before?.[field.key], after[field.key]))
      .map(({ after }) => after[field.key] ?? null)
      .filter((text) => text !== null);
    if (brought.length > 0) await raiseCounters(ctx, object, field, brought);
    if (open.length === 0) continue;
    const date = localDate(ctx);
    const last = await take(ctx, seriesOf(object, field, date), open.length);
    open.forEach((change, i) => {
      change.after[field.key] = formatNumber(field.pattern, last - open.length + 1 + i, date);
    });
  }
}

export const seriesOf = (
  object: ModelObject,
  field: ModelField & { kind: 'autoNumber' },
  date: string,
) => `${object.key}.${field.key}.${seriesKey(field.pattern, date)}`;

/** Takes `count` numbers; gives the last of them. */
async function take(ctx: Ctx, series: string, count: number): Promise<number> {
  const [row] = await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'counter')} as c (series, value) values ($1, $2)
     on conflict (series) do update set value = c.value + excluded.value returning value`,
    [series, count],
  );
  return Number(row?.[0]);
}

/** Numbers that came with an import or were chosen in a merge are not given again, in whichever series they are. */
async function raiseCounters(
  ctx: Ctx,
  object: ModelObject,
  field: ModelField & { kind: 'autoNumber' },
  brought: readonly unknown[],
): Promise<void> {
  const highest = new Map<string, number>();
  for (const text of brought) {
    const read = readNumber(field.pattern, String(text));
    if (!read || read.n === 0) continue;
    const series = seriesOf(object, field, read.date);
    highest.set(series, Math.max(read.n, highest.get(series) ?? 0));
  }
  await raiseTo(ctx, highest);
}

/** Counters of these series go on behind the numbers said, where they are not further already. */
export async function raiseTo(ctx: Ctx, highest: ReadonlyMap<string, number>): Promise<void> {
  // In one order, so that two imports do not wait for each other.
  for (const [series, value] of [...highest].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await ctx.db.prepared(
      `insert into ${qualified(ctx.workspace.schema, 'counter')} as c (series, value) values ($1, $2)
       on conflict (series) do update set value = greatest(c.value, excluded.value)`,
      [series, value],
    );
}

/** The day where the company is. */
export const localDate = (ctx: Ctx): string =>
  Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime())
    .toZonedDateTimeISO(ctx.workspace.settings.timeZone)
    .toPlainDate()
    .toString();
