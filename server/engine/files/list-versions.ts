import { conflict, forbidden, notFound } from '#shared/errors.ts';
import { requireChangeable, requireVisible } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { writeJournal } from '../events/write-journal.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import { withTransaction } from '../transaction.ts';
import { forgetFiles } from './forget-files.ts';

export interface FileVersion {
  number: number;
  file: { id: string; name: string; size: number; type: string };
  note: string | null;
  createdAt: string;
  createdBy: { id: string; title: string | null } | null;
}

/** The files a record had and has in its field that keeps versions, the newest first. */
export async function listVersions(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
): Promise<FileVersion[]> {
  const { object, id } = await requireVisible(ctx, objectKey, recordId);
  const field = versionedField(ctx, object);
  const rows = await ctx.tables
    .selectFrom('file')
    .selectAll()
    .where('object', '=', object.key)
    .where('record_id', '=', id)
    .where('field', '=', field.key)
    .where('removed_at', 'is', null)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ id: fileId, name, size, type, version, note, created_at, created_by }) => ({
    number: version ?? 1,
    file: { id: fileId, name, size: Number(size), type },
    note,
    createdAt: created_at,
    createdBy: created_by === null ? null : person(ctx, created_by),
  }));
}

/** Takes away a version that is not the newest in use, to make room; its bytes go after 30 days. */
export async function removeVersion(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  number: number,
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const { object, id, version, values } = await requireChangeable(ctx, objectKey, recordId);
    const field = versionedField(ctx, object);
    if (ctx.access.of(object.key).readOnly.has(field.key)) throw forbidden();
    const row = await ctx.tables
      .updateTable('file')
      .set({ removed_at: ctx.now.toISOString() })
      .where('object', '=', object.key)
      .where('record_id', '=', id)
      .where('field', '=', field.key)
      .where('version', '=', number)
      .where('removed_at', 'is', null)
      .returning(['id', 'name'])
      .executeTakeFirst();
    if (!row) throw notFound();
    if (values[field.key] === row.id) throw conflict([{ path: 'number', code: 'notWritable' }]);
    await forgetFiles(ctx, [row]);
    await writeJournal(ctx, object, [
      { recordId: id, version, action: 'detach', changes: { $file: [row, null] } },
    ]);
  });
}

function versionedField(ctx: Ctx, object: ModelObject): ModelField {
  const { hidden } = ctx.access.of(object.key);
  for (const field of object.fields.values())
    if (field.kind === 'file' && field.versions && !hidden.has(field.key)) return field;
  throw notFound();
}

const person = ({ directory }: Ctx, id: string) => ({
  id,
  title: directory.members.get(id)?.name ?? null,
});
