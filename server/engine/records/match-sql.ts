import { searchConditionSql } from '../search/condition.ts';
import { filledIn, keysetSql, type Page } from './keyset.ts';
import type { ListQuery } from './list.ts';
import { parseFilter } from './parse-filter.ts';
import type { SortTerm } from './sort.ts';
import { whenFilled } from './when-filled.ts';
import { reachSql, whereSql, type Scope } from './where.ts';

/**
 * What the list is of: the living (or the trash), within reach, and as filtered. `filled`: a field that has a value in all
 * records that are looked at.
 */
export function matchSql(
  scope: Scope,
  query: Pick<ListQuery, 'where' | 'q' | 'trash'>,
  filled?: string,
): string {
  const { ctx, object } = scope;
  const wanted = query.where === undefined ? undefined : parseFilter(ctx, object, query.where);
  const open = wanted && filled !== undefined ? whenFilled(wanted, filled) : wanted;
  const access = ctx.access.of(object.key);
  return [
    query.trash ? 't.deleted_at is not null' : 't.deleted_at is null',
    reachSql(scope, access.read),
    ...(query.trash ? [reachSql(scope, access.delete)] : []),
    ...(open ? [whereSql(scope, open)] : []),
    ...(query.q === undefined ? [] : [searchConditionSql(scope, query.q)]),
  ].join(' and ');
}

/** The part of it that stands on a page and after it, in the order of the terms; `whole` when the statement has it already. */
export function pageSql(
  scope: Scope,
  query: Pick<ListQuery, 'where' | 'q' | 'trash'>,
  terms: readonly SortTerm[],
  page: Page,
  whole?: string,
): string {
  const filled = filledIn(terms, page);
  const matching =
    filled === undefined ? (whole ?? matchSql(scope, query)) : matchSql(scope, query, filled);
  return `${matching} and ${keysetSql(terms, page, scope.alias, scope.params)}`;
}
