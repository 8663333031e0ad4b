import { formatNumber, seriesKey } from '#shared/fields/autoNumber.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { Change } from '../records/rules.ts';
import { qualified } from '../records/sql.ts';

/**
 * Gives every new record its number. The counter's row stays locked until the transaction ends, so numbers are distinct
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
    const brought = changes.filter(({ before, after }) => before === null && after[field.key]);
    if (brought.length > 0) await raiseCounter(ctx, object, field, brought);
    if (open.length === 0) continue;
    const date = localDate(ctx);
    const last = await take(ctx, seriesOf(object, field, date), open.length);
    open.forEach((change, i) => {
      change.after[field.key] = formatNumber(field.pattern, last - open.length + 1 + i, date);
    });
  }
}

const seriesOf = (object: ModelObject, field: ModelField & { kind: 'autoNumber' }, date: string) =>
  `${object.key}.${field.key}.${seriesKey(field.pattern, date)}`;

/** Takes `count` numbers; gives the last of them. */
async function take(ctx: Ctx, series: string, count: number): Promise<number> {
  const [row] = await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'counter')} as c (series, value) values ($1, $2)
     on conflict (series) do update set value = c.value + excluded.value returning value`,
    [series, count],
  );
  return Number(row?.[0]);
}

/** Numbers that came with an import are not given again. */
async function raiseCounter(
  ctx: Ctx,
  object: ModelObject,
  field: ModelField & { kind: 'autoNumber' },
  brought: readonly Change[],
): Promise<void> {
  const date = localDate(ctx);
  const zeros = /\{0+\}/;
  const sample = formatNumber(field.pattern, 0, date);
  const width = (zeros.exec(field.pattern)?.[0].length ?? 3) - 2;
  const at = sample.lastIndexOf('0'.repeat(width));
  const [head, tail] = [sample.slice(0, at), sample.slice(at + width)];
  const highest = brought.reduce((most, { after }) => {
    const text = String(after[field.key]);
    if (!text.startsWith(head) || !text.endsWith(tail)) return most;
    const digits = text.slice(head.length, text.length - tail.length);
    return /^\d{1,15}$/.test(digits) ? Math.max(most, Number(digits)) : most;
  }, 0);
  if (highest === 0) return;
  await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'counter')} as c (series, value) values ($1, $2)
     on conflict (series) do update set value = greatest(c.value, excluded.value)`,
    [seriesOf(object, field, date), highest],
  );
}

/** The day where the company is. */
const localDate = (ctx: Ctx): string =>
  Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime())
    .toZonedDateTimeISO(ctx.workspace.settings.timeZone)
    .toPlainDate()
    .toString();
