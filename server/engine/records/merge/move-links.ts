import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { moveExactKeys } from '../../duplicates/move-exact-keys.ts';
import { tableOf } from '../find-object.ts';
import { column, columnName, literal, qualified } from '../sql.ts';
import { namingUnique } from '../write-errors.ts';
import { linkName, linksTo, rewriteLinks, type Link } from './links.ts';

export interface Move {
  mergeId: string;
  survivor: string;
  merged: readonly string[];
}

/**
 * Points every record that points to a merged one to the survivor, those in the trash too. The merged records and the
 * survivor are left to who writes them. Gives the number of records by field.
 */
export async function moveLinks(
  ctx: Ctx,
  object: ModelObject,
  move: Move,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const link of linksTo(ctx.model, object.key)) {
    const moved = await namingUnique(link.object, () =>
      rewriteLinks(ctx, {
        link,
        target: targetSql(ctx, link),
        keep: `insert into ${qualified(ctx.workspace.schema, 'merge_link')} (merge_id, object, field, record_id, before)
          select $3::uuid, ${literal(link.object.key)}, ${literal(link.field.key)}, id, ${link.many ? 'was' : 'array[was]'}::text[] from moved`,
        reason: `merge:${move.mergeId}`,
        values: [move.survivor, move.merged, move.mergeId],
      }),
    );
    if (moved === 0) continue;
    counts[linkName(link)] = moved;
    await moveExactKeys(ctx, link, move.merged, move.survivor);
  }
  return counts;
}

/** $1: the survivor, $2: the merged records. */
function targetSql(ctx: Ctx, link: Link): string {
  const { object, field, many } = link;
  const own = column('t', columnName(field, ''));
  const points = many ? `${own} && ${link.all('$2')}` : `${own} = any(${link.all('$2')})`;
  const becomes = many ? replacedSql(link, own) : link.one('$1');
  // Said for the living and the trash, each of which has an index of its own.
  return `select t.id, ${own} as was, ${becomes} as becomes from ${tableOf(ctx, object)} t
    where (${points} and t.deleted_at is null or ${points} and t.deleted_at is not null)
      and t.id <> $1::uuid and not t.id = any($2::uuid[])
    order by t.id for no key update of t`;
}

/** The list with the survivor in the first merged one's place, once. */
export const replacedSql = ({ one, all }: Link, list: string): string =>
  `(select array_agg(d.x order by d.i) from (
    select case when e = any(${all('$2')}) then ${one('$1')} else e end as x, min(i) as i
    from unnest(${list}) with ordinality as u(e, i) group by 1) d)`;
