import { invalid, notFound } from '#shared/errors.ts';
import { requireChangeable, requireVisible } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { writeJournal } from '../events/write-journal.ts';
import { isId } from '../records/get.ts';
import { withTransaction } from '../transaction.ts';
import type { FileRow } from './find-file.ts';

export interface Attachment extends Omit<FileRow, 'sha256'> {
  createdBy: { id: string; title: string | null } | null;
}

/** Attaches files that the actor uploaded to a record as a whole; from then on they are read with it. */
export function attachToRecord(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  fileIds: readonly string[],
): Promise<Attachment[]> {
  return withTransaction(ctx, async (ctx) => {
    const { object, id, version } = await requireChangeable(ctx, objectKey, recordId);
    const ids = [...new Set(fileIds.map((fileId) => fileId.toLowerCase()))];
    const rows =
      ids.length === 0
        ? []
        : await ctx.tables
            .updateTable('file')
            .set({ object: object.key, record_id: id })
            .where('id', 'in', ids.filter(isId))
            .where('object', 'is', null)
            .where('removed_at', 'is', null)
            .$if(ctx.actor.kind === 'member', (query) =>
              query.where('created_by', '=', ctx.actor.kind === 'member' ? ctx.actor.id : ''),
            )
            .returning(['id', 'name'])
            .execute();
    const known = new Set(rows.map((row) => row.id));
    const missing = fileIds.flatMap((fileId, i) => (known.has(fileId.toLowerCase()) ? [] : [i]));
    if (missing.length > 0)
      throw invalid(missing.map((i) => ({ path: `fileIds.${i}`, code: 'notFound' })));
    await writeJournal(
      ctx,
      object,
      rows.map((file) => ({
        recordId: id,
        version,
        action: 'attach' as const,
        changes: { $file: [null, { id: file.id, name: file.name }] },
      })),
    );
    return attachmentsOf(ctx, object.key, id);
  });
}

/** Files attached to the record as a whole, newest first; those of its fields come with the fields. */
export async function listAttachments(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
): Promise<Attachment[]> {
  const { object, id } = await requireVisible(ctx, objectKey, recordId);
  return attachmentsOf(ctx, object.key, id);
}

/** Takes a file off a record. Its bytes are kept for 30 days like a removed record. */
export async function detachFromRecord(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  fileId: string,
): Promise<void> {
  if (!isId(fileId)) throw notFound();
  await withTransaction(ctx, async (ctx) => {
    const { object, id, version } = await requireChangeable(ctx, objectKey, recordId);
    const row = await ctx.tables
      .updateTable('file')
      .set({ removed_at: ctx.now.toISOString() })
      .where('id', '=', fileId)
      .where('object', '=', object.key)
      .where('record_id', '=', id)
      .where('field', 'is', null)
      .where('removed_at', 'is', null)
      .returning(['id', 'name'])
      .executeTakeFirst();
    if (!row) throw notFound();
    await writeJournal(ctx, object, [
      { recordId: id, version, action: 'detach', changes: { $file: [row, null] } },
    ]);
  });
}

async function attachmentsOf(ctx: Ctx, object: string, id: string): Promise<Attachment[]> {
  const rows = await ctx.tables
    .selectFrom('file')
    .select(['id', 'name', 'size', 'type', 'created_at', 'created_by'])
    .where('object', '=', object)
    .where('record_id', '=', id)
    .where('field', 'is', null)
    .where('removed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ created_at, created_by, size, ...file }) => ({
    ...file,
    size: Number(size),
    createdAt: created_at,
    createdBy:
      created_by === null
        ? null
        : { id: created_by, title: ctx.directory.members.get(created_by)?.name ?? null },
  }));
}
