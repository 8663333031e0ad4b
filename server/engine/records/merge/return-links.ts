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
function targetSql(ctx: Ctx, { object, field, many }: Link): string {
  const own = column('t', columnName(field, ''));
  const log = qualified(ctx.workspace.schema, 'merge_link');
  // `is not distinct from` has no index: by that of the field, each record would be compared with the whole log.
  return `select t.id, ${own} as was, ${many ? returnedSql(own) : 'l.before[1]'} as becomes
    from ${log} l join ${tableOf(ctx, object)} t on t.id = l.record_id
    where l.merge_id = $3::uuid and l.object = ${literal(object.key)} and l.field = ${literal(field.key)}
      and ${many ? `$1::uuid = any(${own})` : `${own} is not distinct from $1::uuid`} and $2::uuid[] is not null
    order by t.id for no key update of t`;
}

/** The list of before when it is as the merge left it; else the merged ones in the survivor's place. */
const returnedSql = (list: string): string =>
  `case when ${list} = ${replacedSql('l.before')} then l.before else (
    select array_agg(d.x order by d.i, d.j) from (
      select x, min(i) as i, min(j) as j from unnest(${list}) with ordinality as u(e, i),
        lateral (
          select e as x, 0 as j where e <> $1::uuid or $1::uuid = any(l.before)
          union all
          select b, k from unnest(l.before) with ordinality as o(b, k)
          where e = $1::uuid and b = any($2::uuid[])
        ) r(x, j) group by x
    ) d) end`;
