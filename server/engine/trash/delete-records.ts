import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { forgetFiles } from '../files/forget-files.ts';
import { dropFiles } from '../files/upload-files.ts';
import { tableOf } from '../records/find-object.ts';
import { columnName, qualified, quote } from '../records/sql.ts';
import { systemTables } from '../schema/system-tables.ts';
import { clearLinks } from './clear-links.ts';

export interface Deleted {
  object: ModelObject;
  ids: readonly string[];
}

export interface DeleteOptions {
  /** Why, as the history of records says that pointed to them. */
  reason: string;
  /** Called for the records, and for what is reached through them, while all that hangs on them is still there. */
  before?: (deleted: Deleted) => Promise<void>;
}

/**
 * Deletes records for good, with what lies in or within them and all that hangs on them. Runs inside a transaction.
 * Other records that point to them point to nothing afterwards. History and events stay; see erase-records.ts.
 */
export async function deleteRecords(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
  options: DeleteOptions,
): Promise<void> {
  if (ids.length === 0) return;
  for (const child of ctx.model.objects.values()) {
    const found = await reachedThrough(ctx, child, object, ids);
    await deleteRecords(ctx, child, found, options);
  }
  await options.before?.({ object, ids });
  await clearLinks(ctx, object, ids, options.reason);
  const tables = Object.entries(systemTables).filter(
    ([name, { columns }]) => 'record_id' in columns && !keptTables.has(name),
  );
  for (const [name, { columns }] of tables) {
    // Ids are distinct over all objects, so a table that names none is no less exact.
    const ofObject = 'object' in columns ? ' and object = $2::text' : ' and $2::text is not null';
    await ctx.db.prepared(
      `delete from ${qualified(ctx.workspace.schema, name)} where record_id = any($1::uuid[])${ofObject}`,
      [ids, object.key],
    );
  }
  const files = await ctx.tables
    .deleteFrom('file')
    .where('object', '=', object.key)
    .where('record_id', 'in', ids)
    .returning('id')
    .execute();
  await forgetFiles(ctx, files);
  // Bytes go only once no row can come back; those left by a process that dies are swept at night.
  ctx.afterCommit(() => {
    dropFiles(ctx, files).catch((error: unknown) =>
      ctx.log.warn({ err: error }, 'bytes of deleted files are still there'),
    );
  });
  await ctx.db.prepared(`delete from ${tableOf(ctx, object)} where id = any($1::uuid[])`, [ids]);
}

/** What happened is not undone; files go with their bytes. */
const keptTables = new Set(['history', 'outbox', 'file']);

/**
 * Records that belong to these, such as the lines of an order, lie within them, such as files in a folder, or are seen
 * with them and must have one, such as the messages of a talk.
 */
async function reachedThrough(
  ctx: Ctx,
  child: ModelObject,
  object: ModelObject,
  ids: readonly string[],
): Promise<string[]> {
  const through = typeof child.reach === 'object' ? child.reach.through : child.within;
  const keys = through === undefined ? child.seenWith : [through];
  const relation = keys
    .flatMap((key) => child.fields.get(key) ?? [])
    .find((field) => field.kind === 'relation' && field.to === object.key);
  if (relation?.kind !== 'relation' || (through === undefined && !relation.required)) return [];
  const rows = await ctx.db.prepared(
    `select id from ${tableOf(ctx, child)} where ${quote(columnName(relation, ''))} = any($1::uuid[])`,
    [ids],
  );
  return rows.map(([id]) => String(id));
}
