import type { FollowRule } from '#shared/define.ts';
import type { Ctx } from '../../context.ts';
import { columnName, column } from '../sql.ts';
import { findObject, scopeOf, tableOf } from '../find-object.ts';
import type { ListQuery } from '../list.ts';
import { matchSql } from '../match-sql.ts';
import { reachSql } from '../where.ts';
import { followersOf, followingSql } from './followers.ts';

export interface Along {
  /** `contact.account`: the relation by which they belong to what is given away. */
  relation: string;
  object: string;
  count: number;
  while?: FollowRule['while'];
}

/** How many would change hands with the records that are found, if one wants. */
export async function countAlong(
  ctx: Ctx,
  objectKey: string,
  query: Pick<ListQuery, 'where' | 'q'>,
): Promise<Along[]> {
  const object = findObject(ctx, objectKey);
  const owner = object.fields.get('owner');
  if (!owner) return [];
  const counted: Along[] = [];
  for (const follower of followersOf(ctx, object)) {
    const scope = scopeOf(ctx, object);
    const chosen =
      `select t.id, ${column('t', columnName(owner, ''))} as owner from ${tableOf(ctx, object)} t` +
      ` where ${matchSql(scope, query)} and ${reachSql(scope, ctx.access.of(objectKey).update)}`;
    const [row] = await ctx.db.query(
      `with chosen as (${chosen}) select count(*) from ${followingSql(scope, follower)}`,
      scope.params.values,
    );
    const count = Number(row?.[0] ?? 0);
    if (count > 0)
      counted.push({
        relation: follower.key,
        object: follower.object.key,
        count,
        ...(follower.rule.while && { while: follower.rule.while }),
      });
  }
  return counted;
}
