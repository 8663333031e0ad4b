import { notFound } from '#shared/errors.ts';
import { visibleIds } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject, tableOf } from '#engine/records/find-object.ts';
import { isId } from '#engine/records/get.ts';
import { folder } from './folder.object.ts';

export interface Step {
  id: string;
  name: string;
}

/** The folders down to this one, from the first the actor may see with all below it. */
export async function findFolderPath(ctx: Ctx, id: string): Promise<Step[]> {
  if (!isId(id)) throw notFound();
  const object = findObject(ctx, folder.key);
  const table = tableOf(ctx, object);
  const rows = await ctx.db.prepared(
    `with recursive up (id, name, parent, step) as (
       select f.id, f.name, f.parent, 0 from ${table} f where f.id = $1::uuid
       union all
       select f.id, f.name, f.parent, u.step + 1 from up u join ${table} f on f.id = u.parent where u.step < 100
     ) select id, name from up order by step`,
    [id],
  );
  const seen = await visibleIds(
    ctx,
    object,
    rows.map(([each]) => String(each)),
  );
  const hidden = rows.findIndex(([each]) => !seen.has(String(each)));
  const shown = hidden === -1 ? rows : rows.slice(0, hidden);
  if (shown.length === 0) throw notFound();
  return shown.map(([each, name]) => ({ id: String(each), name: String(name) })).toReversed();
}
