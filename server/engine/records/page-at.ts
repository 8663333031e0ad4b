import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from './find-object.ts';
import { orderSql, phasesOf, sortCells, type Page } from './keyset.ts';
import type { ListQuery } from './list.ts';
import { pageSql } from './match-sql.ts';
import { column } from './sql.ts';
import type { SortTerm } from './sort.ts';

/**
 * Where the page begins that has `offset` rows before it; undefined behind the last row. Only the order is walked, nothing of the rows is read, but
 * each of them is passed: it is for a jump to a far place, from where the list goes on by cursors.
 */
export async function pageAt(
  ctx: Ctx,
  object: ModelObject,
  query: ListQuery,
  terms: readonly SortTerm[],
  offset: number,
): Promise<Page | undefined> {
  const [first = 'all', second] = phasesOf(terms);
  if (offset === 0) return { phase: first };
  const found = await rowBefore(ctx, object, query, terms, { phase: first }, offset);
  if (found || second === undefined) return found;
  const filled = await countIn(ctx, object, query, terms, { phase: first });
  if (offset === filled) return { phase: second };
  return rowBefore(ctx, object, query, terms, { phase: second }, offset - filled);
}

async function rowBefore(
  ctx: Ctx,
  object: ModelObject,
  query: ListQuery,
  terms: readonly SortTerm[],
  { phase }: Page,
  offset: number,
): Promise<Page | undefined> {
  const scope = scopeOf(ctx, object);
  const cells = [column('t', 'id'), ...sortCells(terms, 't')].join(', ');
  const matching = pageSql(scope, query, terms, { phase });
  const [row] = await ctx.db.query(
    `select ${cells} from ${tableOf(ctx, object)} t where ${matching}` +
      ` order by ${orderSql(terms, { phase }, 't')}` +
      ` offset ${scope.params.add(offset - 1, 'int')} limit 1`,
    scope.params.values,
  );
  if (!row) return undefined;
  const [id, ...sorted] = row.map((cell) => (typeof cell === 'string' ? cell : null));
  return id ? { phase, after: { cells: sorted, id } } : undefined;
}

async function countIn(
  ctx: Ctx,
  object: ModelObject,
  query: ListQuery,
  terms: readonly SortTerm[],
  page: Page,
): Promise<number> {
  const scope = scopeOf(ctx, object);
  const [row] = await ctx.db.query(
    `select count(*) from ${tableOf(ctx, object)} t` +
      ` where ${pageSql(scope, query, terms, page)}`,
    scope.params.values,
  );
  return Number(row?.[0] ?? 0);
}
