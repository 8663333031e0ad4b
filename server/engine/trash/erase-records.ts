import { forbidden, notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { createDb } from '../db.ts';
import { writeJournal } from '../events/write-journal.ts';
import { findObject, tableOf } from '../records/find-object.ts';
import { isId } from '../records/get.ts';
import { qualified } from '../records/sql.ts';
import { withDb, withTransaction } from '../transaction.ts';
import { forgetTags } from '../tags/forget-tags.ts';
import type { Workspaces } from '../workspaces.ts';
import { deleteRecords, type Deleted } from './delete-records.ts';
import { forgetImportsOf } from './forget-imports-of.ts';

/**
 * For a person who asks to be forgotten: deletes records at once, living or in the trash, with what was merged into them,
 * their history, files, and whatever else was kept of them. One line without values says who erased something when.
 * Cannot be undone. What one of them gave to the record it was merged into is that record's by now; a file that is still
 * being imported, and rows of files that never became a record, go when their import is over or after 30 days.
 */
export async function eraseRecords(
  ctx: Ctx,
  workspaces: Pick<Workspaces, 'database'>,
  objectKey: string,
  recordIds: readonly string[],
): Promise<void> {
  if (!ctx.access.administrator) throw forbidden();
  const object = findObject(ctx, objectKey);
  if (!recordIds.every(isId)) throw notFound();
  const ids = [...new Set(recordIds.map((id) => id.toLowerCase()))];
  // History cannot be rewritten by the role that serves requests; this is the one thing that does.
  const asOwner = withDb(ctx, createDb(workspaces.database.owner), (effect) => effect());
  await withTransaction(asOwner, async (ctx) => {
    const rows = await ctx.db.prepared(
      `select id from ${tableOf(ctx, object)} where id = any($1::uuid[]) order by id for update`,
      [ids],
    );
    if (rows.length !== ids.length) throw notFound();
    await erase(ctx, { object, ids });
  });
}

const erase = (ctx: Ctx, { object, ids }: Deleted): Promise<void> =>
  deleteRecords(ctx, object, ids, { reason: 'erase', before: (deleted) => forget(ctx, deleted) });

/** Records in the trash because they became one of these. Whoever took one out of it made it a record of its own. */
async function mergedInto(ctx: Ctx, { object, ids }: Deleted): Promise<string[]> {
  const rows = await ctx.db.prepared(
    `select t.id from ${tableOf(ctx, object)} t where t.deleted_at is not null and t.id <> all($1::uuid[]) and t.id in (
       select unnest(m.merged_ids) from ${qualified(ctx.workspace.schema, 'merge_log')} m
       where m.object = $2::text and m.survivor_id = any($1::uuid[]) and m.undone_at is null)
     order by t.id for update`,
    [ids, object.key],
  );
  return rows.map(([id]) => String(id));
}

async function forget(ctx: Ctx, deleted: Deleted): Promise<void> {
  const { object, ids } = deleted;
  const merged = await mergedInto(ctx, deleted);
  await forgetTags(ctx, object, [...ids, ...merged]);
  await forgetImportsOf(ctx, object.key, ids);
  await forgetHistory(ctx, deleted);
  // Answers kept for repeated requests, which hold records as they were.
  await ctx.db.prepared(
    `delete from ${qualified(ctx.workspace.schema, 'idempotency')} i using unnest($1::uuid[]) id
     where position(id::text in i.body) > 0`,
    [ids],
  );
  await writeJournal(
    ctx,
    object,
    ids.map((recordId) => ({ recordId, version: 0, action: 'erase', changes: {} })),
  );
  // By now no merge leads from these back to the first.
  await erase(ctx, { object, ids: merged });
}

/** What was written down of these records beside themselves: changes, events, and merges they took part in. */
export async function forgetHistory(ctx: Ctx, { object, ids }: Deleted): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const run = (text: string) => ctx.db.prepared(text, [ids, object.key]);
  await run(
    `delete from ${table('history')} where object = $2::text and record_id = any($1::uuid[])`,
  );
  await run(
    `delete from ${table('outbox')} where object = $2::text and record_id = any($1::uuid[])`,
  );
  // A merge keeps the values of all that took part in it.
  await run(
    `with gone as (
       delete from ${table('merge_log')} m
       where m.object = $2::text and (m.survivor_id = any($1::uuid[]) or m.merged_ids && $1::uuid[]) returning id
     ), links as (delete from ${table('merge_link')} l using gone where l.merge_id = gone.id)
     delete from ${table('merge_row')} r using gone where r.merge_id = gone.id`,
  );
}
