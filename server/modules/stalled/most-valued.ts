import type { Filter } from '#shared/filter.ts';
import { invalid } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject, scopeOf, tableOf } from '#engine/records/find-object.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import { presentVisible } from '#engine/records/present-visible.ts';
import { parseSort } from '#engine/records/sort.ts';
import { column } from '#engine/records/sql.ts';
import { reachSql, whereSql } from '#engine/records/where.ts';

interface MostValued {
  /** Those of the greatest revenue first. */
  customers: PresentedRecord[];
  /** Of all that match. */
  count: number;
}

/**
 * The first so many of the customers within the actor's reach that match, in two questions however many do: page by
 * page, a company of a million would be read for minutes.
 */
export async function mostValued(
  ctx: Ctx,
  where: Filter,
  { fields, most }: { fields: readonly string[]; most: number },
): Promise<MostValued> {
  const object = findObject(ctx, 'account');
  const { hidden, read } = ctx.access.of('account');
  const unknown = fields.filter((field) => hidden.has(field));
  if (unknown.length > 0)
    throw invalid(
      unknown.map((field) => ({ path: 'fields', code: 'unknownField', params: { field } })),
    );
  const [revenue] = parseSort(ctx, object, 'yearlyRevenue').flatMap(({ columns }) => columns);
  const scope = scopeOf(ctx, object);
  const matching = `t.deleted_at is null and ${reachSql(scope, read)} and ${whereSql(scope, where)}`;
  const from = `from ${tableOf(ctx, object)} t where ${matching}`;
  const [row] = await ctx.db.query(`select count(*) ${from}`, scope.params.values);
  const first = scope.params.add(most, 'int');
  const rows = await ctx.db.query(
    `select t.id ${from} order by ${column('t', revenue?.name ?? 'id')} desc nulls last, t.id desc limit ${first}`,
    scope.params.values,
  );
  const ids = rows.map(([id]) => String(id));
  const found = await presentVisible(ctx, 'account', ids, fields);
  const byId = new Map(found.map((each) => [each.id, each]));
  return { customers: ids.flatMap((id) => byId.get(id) ?? []), count: Number(row?.[0] ?? 0) };
}
