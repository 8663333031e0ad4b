import type { Ctx } from '../context.ts';
import { findObject, scopeOf, tableOf } from './find-object.ts';
import { nameLinks } from './name-links.ts';
import { selectionOf, type PresentedRecord } from './selection.ts';
import { reachSql } from './where.ts';

/** Those of the records that live and that the actor may see, with some of their fields, in no order. */
export async function presentVisible(
  ctx: Ctx,
  objectKey: string,
  ids: readonly string[],
  fields: readonly string[],
): Promise<PresentedRecord[]> {
  if (ids.length === 0) return [];
  const object = findObject(ctx, objectKey);
  const scope = scopeOf(ctx, object);
  const selection = selectionOf(scope, fields);
  const seen = reachSql(scope, ctx.access.of(object.key).read);
  const rows = await ctx.db.prepared(
    `select ${selection.columns} from ${tableOf(ctx, object)} t${selection.joins}` +
      ` where t.id = any(${scope.params.add(ids, 'uuid[]')}) and t.deleted_at is null and ${seen}`,
    scope.params.values,
  );
  const records = rows.map((row) => selection.read(ctx, row));
  await nameLinks(ctx, object, records);
  return records;
}
