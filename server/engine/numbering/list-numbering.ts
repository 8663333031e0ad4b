import { autoNumber, formatNumber } from '#shared/fields/autoNumber.ts';
import { forbidden, invalid, notFound } from '#shared/errors.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';
import { localDate, seriesOf } from './assign-numbers.ts';
import { numbersInUse } from './numbers-in-use.ts';

export interface Numbering {
  object: string;
  field: string;
  pattern: string;
  /** Numbers given so far in the series of today. */
  given: number;
  /** What the next record gets, if it comes today. */
  next: string;
}

type NumberField = ModelField & { kind: 'autoNumber' };
const isNumber = (field: ModelField | undefined): field is NumberField =>
  field?.kind === 'autoNumber';

/** Every field whose numbers the program gives, with what comes next; for administrators. */
export async function listNumbering(ctx: Ctx): Promise<Numbering[]> {
  if (!ctx.access.administrator) throw forbidden();
  const all: Numbering[] = [];
  // One connection is enough for a handful of fields.
  for (const object of ctx.model.objects.values())
    for (const field of [...object.fields.values()].filter(isNumber))
      all.push(
        present(ctx, object, field, await given(ctx, seriesOf(object, field, localDate(ctx)))),
      );
  return all;
}

/** What would come next with another pattern, behind the numbers that records have in it already. */
export async function tryPattern(
  ctx: Ctx,
  objectKey: string,
  fieldKey: string,
  pattern: string,
): Promise<Numbering> {
  if (!ctx.access.administrator) throw forbidden();
  const object = findObject(ctx, objectKey);
  const known = object.fields.get(fieldKey);
  if (!isNumber(known)) throw notFound();
  const field = { ...known, pattern };
  if (autoNumber.checkOptions?.(field).length !== 0)
    throw invalid([{ path: 'pattern', code: 'badFormat' }]);
  const series = seriesOf(object, field, localDate(ctx));
  const used = (await numbersInUse(ctx, object, field)).get(series) ?? 0;
  return present(ctx, object, field, Math.max(used, await given(ctx, series)));
}

const present = (ctx: Ctx, object: ModelObject, field: NumberField, last: number): Numbering => ({
  object: object.key,
  field: field.key,
  pattern: field.pattern,
  given: last,
  next: formatNumber(field.pattern, last + 1, localDate(ctx)),
});

async function given(ctx: Ctx, series: string): Promise<number> {
  const row = await ctx.tables
    .selectFrom('counter')
    .select('value')
    .where('series', '=', series)
    .executeTakeFirst();
  return Number(row?.value ?? 0);
}
