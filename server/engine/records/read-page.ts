import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { foundSql } from '../search/condition.ts';
import { scopeOf, tableOf } from './find-object.ts';
import { orderSql, sortCells, type Page } from './keyset.ts';
import type { ListQuery } from './list.ts';
import { matchSql, pageSql } from './match-sql.ts';
import { selectionOf, type PresentedRecord } from './selection.ts';
import type { SortTerm } from './sort.ts';

/** Counting on would cost with what is stored, not with what is shown. */
export const countedTo = 1000;

export interface Row {
  record: PresentedRecord;
  position: Required<Page>;
  /** Of the whole list, where it was asked for; one more than `countedTo` stands for any more. */
  total: number;
}

interface PageQuery {
  terms: readonly SortTerm[];
  fields: readonly string[] | undefined;
  page: Page;
  limit: number;
  /** Few records have the words of the query: they are found before anything else is asked of them. */
  isRare: boolean;
}

/** How many records of the table match, up to one more than is told. */
export const countSql = (table: string, matching: string): string =>
  `(select count(*) from (select from ${table} t where ${matching} limit ${countedTo + 1}) c)`;

/** The rows of a page, and one more when there is one. */
export async function readPage(
  ctx: Ctx,
  object: ModelObject,
  query: ListQuery,
  { terms, fields, page, limit, isRare }: PageQuery,
): Promise<Row[]> {
  const scope = scopeOf(ctx, object);
  const table = tableOf(ctx, object);
  const words = isRare ? foundSql(scope, query.q ?? '') : undefined;
  const found = words && 'found';
  const whole = query.total === false ? undefined : matchSql(scope, query, { found });
  const counting = whole === undefined ? 'null' : countSql(table, whole);
  const selection = selectionOf(scope, fields);
  const columns = [selection.columns, counting, ...sortCells(terms, 't')].join(', ');
  const text =
    `${words ? `with found as materialized (${words}) ` : ''}` +
    `select ${columns} from ${table} t${selection.joins}` +
    ` where ${pageSql(scope, query, terms, page, { found, whole })}` +
    ` order by ${orderSql(terms, page, 't')} limit ${scope.params.add(limit + 1, 'int')}`;
  // Planned with the values at hand: an owner of half the records and one of ten need different plans.
  const rows = await ctx.db.query(text, scope.params.values);
  return rows.map((row): Row => {
    const record = selection.read(ctx, row);
    const cells = row
      .slice(selection.width + 1)
      .map((cell) => (typeof cell === 'string' ? cell : null));
    return {
      record,
      total: Number(row[selection.width]),
      position: { phase: page.phase, after: { cells, id: record.id } },
    };
  });
}
