import { searchConditionSql } from '../search/condition.ts';
import { filledIn, keysetSql, type Page } from './keyset.ts';
import type { ListQuery } from './list.ts';
import { parseFilter } from './parse-filter.ts';
import type { SortTerm } from './sort.ts';
import { column } from './sql.ts';
import { whenFilled } from './when-filled.ts';
import { reachSql, whereSql, type Scope } from './where.ts';

type Wanted = Pick<ListQuery, 'where' | 'q' | 'trash'>;

interface Known {
  /** A field that has a value in all records that are looked at. */
  filled?: string | undefined;
  /** A table of the `record_id`s that have the words, when they were found before. */
  found?: string | undefined;
}

/** What the list is of: the living (or the trash), within reach, and as filtered. */
export function matchSql(scope: Scope, query: Wanted, { filled, found }: Known = {}): string {
  const { ctx, object, alias } = scope;
  const wanted = query.where === undefined ? undefined : parseFilter(ctx, object, query.where);
  const open = wanted && filled !== undefined ? whenFilled(wanted, filled) : wanted;
  const access = ctx.access.of(object.key);
  return [
    query.trash ? 't.deleted_at is not null' : 't.deleted_at is null',
    reachSql(scope, access.read),
    ...(query.trash ? [reachSql(scope, access.delete)] : []),
    ...(open ? [whereSql(scope, open)] : []),
    ...(found !== undefined
      ? [`${column(alias, 'id')} in (select record_id from ${found})`]
      : query.q === undefined
        ? []
        : [searchConditionSql(scope, query.q)]),
  ].join(' and ');
}

/** The part of it that stands on a page and after it, in the order of the terms. */
export function pageSql(
  scope: Scope,
  query: Wanted,
  terms: readonly SortTerm[],
  page: Page,
  { found, whole }: { found?: string | undefined; whole?: string | undefined } = {},
): string {
  const filled = filledIn(terms, page);
  // The whole again has the same parameters, and needs no others.
  const matching =
    filled === undefined && whole !== undefined ? whole : matchSql(scope, query, { filled, found });
  return `${matching} and ${keysetSql(terms, page, scope.alias, scope.params)}`;
}
