import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { dropExactKeys } from '../duplicates/move-exact-keys.ts';
import { tableOf } from '../records/find-object.ts';
import { linksTo, rewriteLinks, type Link } from '../records/merge/links.ts';
import { column, columnName } from '../records/sql.ts';

/**
 * Lets every record that points to one of these point to nothing, with its version, history and event: a living record
 * changes, and whoever looks at it or works on it must learn so. Foreign keys would do it in silence.
 */
export async function clearLinks(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  for (const link of linksTo(ctx.model, object.key)) {
    const target = targetSql(ctx, link);
    const cleared = await rewriteLinks(ctx, { link, target, reason, values: [ids] });
    if (cleared > 0) await dropExactKeys(ctx, link, ids);
  }
}

/** $1: the records that go. */
function targetSql(ctx: Ctx, { object, field, many, all }: Link): string {
  const own = column('t', columnName(field, ''));
  const points = many ? `${own} && ${all('$1')}` : `${own} = any(${all('$1')})`;
  const others = `array(select e from unnest(${own}) with ordinality u(e, n) where e <> all(${all('$1')}) order by n)`;
  // Said for the living and the trash, each of which has an index of its own.
  return `select t.id, ${own} as was, ${many ? `nullif(${others}, '{}')` : 'null::uuid'} as becomes
    from ${tableOf(ctx, object)} t
    where (${points} and t.deleted_at is null or ${points} and t.deleted_at is not null) and t.id <> all($1::uuid[])
    order by t.id for no key update of t`;
}
