import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { returnExactKeys } from '../../duplicates/move-exact-keys.ts';
import { tableOf } from '../find-object.ts';
import { column, columnName, literal, qualified } from '../sql.ts';
import { linksTo, rewriteLinks, type Link } from './links.ts';
import { replacedSql, type Move } from './move-links.ts';
import { namingUnique } from '../write-errors.ts';

/** Points back what the merge pointed to the survivor and still does. */
export async function returnLinks(ctx: Ctx, object: ModelObject, move: Move): Promise<void> {
  for (const link of linksTo(ctx.model, object.key)) {
    const moved = await namingUnique(link.object, () =>
      rewriteLinks(ctx, {
        link,
        target: targetSql(ctx, link),
        reason: `undoMerge:${move.mergeId}`,
        values: [move.survivor, move.merged, move.mergeId],
      }),
    );
    if (moved > 0) await returnExactKeys(ctx, link, move);
  }
}

/** $1: the survivor, $2: the merged records, $3: the merge. */
function targetSql(ctx: Ctx, link: Link): string {
  const { object, field, many } = link;
  const own = column('t', columnName(field, ''));
  const log = qualified(ctx.workspace.schema, 'merge_link');
  // `is not distinct from` has no index: by that of the field, each record would be compared with the whole log.
  return `select t.id, ${own} as was, ${many ? returnedSql(link, own) : 'l.before[1]::uuid'} as becomes
    from ${log} l join ${tableOf(ctx, object)} t on t.id = l.record_id
    where l.merge_id = $3::uuid and l.object = ${literal(object.key)} and l.field = ${literal(field.key)}
      and ${many ? `${link.one('$1')} = any(${own})` : `${own} is not distinct from $1::uuid`} and $2::uuid[] is not null
    order by t.id for no key update of t`;
}

/** The list of before when it is as the merge left it; else the merged ones in the survivor's place. */
function returnedSql(link: Link, list: string): string {
  const { one, all, type } = link;
  const before = `l.before::${type}[]`;
  return `case when ${list} = ${replacedSql(link, before)} then ${before} else (
    select array_agg(d.x order by d.i, d.j) from (
      select x, min(i) as i, min(j) as j from unnest(${list}) with ordinality as u(e, i),
        lateral (
          select e as x, 0 as j where e <> ${one('$1')} or ${one('$1')} = any(${before})
          union all
          select b, k from unnest(${before}) with ordinality as o(b, k)
          where e = ${one('$1')} and b = any(${all('$2')})
        ) r(x, j) group by x
    ) d) end`;
}
