import { searchConditionSql } from '../search/condition.ts';
import type { ListQuery } from './list.ts';
import { parseFilter } from './parse-filter.ts';
import { reachSql, whereSql, type Scope } from './where.ts';

/** What the list is of: the living (or the trash), within reach, and as filtered. */
export function matchSql(scope: Scope, query: Pick<ListQuery, 'where' | 'q' | 'trash'>): string {
  const { ctx, object } = scope;
  const access = ctx.access.of(object.key);
  return [
    query.trash ? 't.deleted_at is not null' : 't.deleted_at is null',
    reachSql(scope, access.read),
    ...(query.trash ? [reachSql(scope, access.delete)] : []),
    ...(query.where === undefined ? [] : [whereSql(scope, parseFilter(ctx, object, query.where))]),
    ...(query.q === undefined ? [] : [searchConditionSql(scope, query.q)]),
  ].join(' and ');
}
