import { notFound } from '#shared/errors.ts';
import { visibleIds } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { isId } from '../records/get.ts';

export interface FileRow {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
  createdAt: string;
}

export interface FoundFile extends FileRow {
  /** What it belongs to; null until it is attached. */
  object: string | null;
  field: string | null;
}

/**
 * A file whoever sees its record may read; one that belongs to nothing yet, its uploader only. Files of hidden fields, of
 * records in the trash and of records out of reach are not found like those that never were.
 */
export async function findFile(ctx: Ctx, id: string): Promise<FoundFile> {
  if (!isId(id)) throw notFound();
  const row = await ctx.tables
    .selectFrom('file')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row || !(await maySee(ctx, row))) throw notFound();
  const { name, size, type, sha256, created_at, object, field } = row;
  return {
    id: row.id,
    name,
    size: Number(size),
    type,
    sha256,
    createdAt: created_at,
    object,
    field,
  };
}

interface Place {
  object: string | null;
  record_id: string | null;
  field: string | null;
  created_by: string | null;
}

async function maySee(ctx: Ctx, { object: key, record_id, field, created_by }: Place) {
  if (key === null || record_id === null)
    return ctx.actor.kind === 'system' || ctx.actor.id === created_by;
  const object = ctx.model.objects.get(key);
  if (!object) return false;
  if (field !== null && (ctx.access.of(key).hidden.has(field) || !object.fields.has(field)))
    return false;
  return (await visibleIds(ctx, object, [record_id])).has(record_id);
}
