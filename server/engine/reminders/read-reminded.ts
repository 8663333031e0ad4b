import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { tableOf } from '../records/find-object.ts';
import { layoutOf, type LayoutEntry } from '../records/layout.ts';
import type { Values } from '../records/rules.ts';
import { column, quote } from '../records/sql.ts';

/** What reminding needs of records that live, by id. */
export async function readReminded(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<Map<string, Values>> {
  const entries = remindedFields(object);
  const columns = entries.flatMap((entry) => entry.columns.map((name) => column('t', name)));
  const rows = await ctx.db.prepared(
    `select ${['t.id', ...columns].join(', ')} from ${tableOf(ctx, object)} t
     where t.id = any($1::uuid[]) and t.deleted_at is null`,
    [ids],
  );
  return new Map(
    rows.map(([id, ...cells]) => {
      const values: Values = { id };
      let start = 0;
      for (const { field, kind, columns: own } of entries) {
        values[field.key] = kind.load(cells.slice(start, start + own.length), field);
        start += own.length;
      }
      return [String(id), values];
    }),
  );
}

function remindedFields(object: ModelObject): LayoutEntry[] {
  const { remind } = object;
  if (!remind) return [];
  const keys = new Set([
    remind.at,
    ...remind.who,
    ...(typeof remind.minutes === 'string' ? [remind.minutes] : []),
    ...(remind.while ? [remind.while.field] : []),
    ...(remind.wholeDay === undefined ? [] : [remind.wholeDay]),
  ]);
  return layoutOf(object).entries.filter(({ field }) => keys.has(field.key));
}

/** The column of the moment, for looking ahead. */
export function momentColumn(object: ModelObject): string | undefined {
  const [moment] = layoutOf(object).entries.filter(({ field }) => field.key === object.remind?.at);
  const [name] = moment?.columns ?? [];
  return name === undefined ? undefined : quote(name);
}
