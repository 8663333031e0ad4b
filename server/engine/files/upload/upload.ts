import { notFound } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { isId } from '../../records/get.ts';
import { storedName } from '../file-name.ts';
import { keptDays } from './forget-uploads.ts';

/** What becomes of a file when it is whole; each name is of whoever takes it. */
export type Target = Readonly<Record<string, string>>;

export interface Upload {
  id: string;
  name: string;
  size: number;
  /** Bytes that are there. */
  offset: number;
  fingerprint: string | null;
  target: Target;
  /** After this it is forgotten, unless somebody goes on with it. */
  keptUntil: string;
  /** The record it became. */
  became: string | null;
}

interface Row {
  id: string;
  name: string;
  size: number | string;
  fingerprint: string | null;
  target: Target;
  touched_at: string;
  finished_at: string | null;
  became: string | null;
}

/** An upload of the actor's own; of nobody else's is anything said. */
export async function findUpload(ctx: Ctx, id: string): Promise<Upload> {
  if (!isId(id) || ctx.actor.kind !== 'member') throw notFound();
  const row = await ctx.tables
    .selectFrom('file_upload')
    .selectAll()
    .where('id', '=', id)
    .where('created_by', '=', ctx.actor.id)
    .executeTakeFirst();
  const upload = row && (await present(ctx, row));
  if (!upload) throw notFound();
  return upload;
}

/** Those the actor began and did not end, the last touched first. */
export async function listUploads(ctx: Ctx): Promise<Upload[]> {
  if (ctx.actor.kind !== 'member') return [];
  const rows = await ctx.tables
    .selectFrom('file_upload')
    .selectAll()
    .where('created_by', '=', ctx.actor.id)
    .where('finished_at', 'is', null)
    .orderBy('touched_at', 'desc')
    .limit(200)
    .execute();
  const uploads = await Promise.all(rows.map((row) => present(ctx, row)));
  return uploads.filter((upload) => upload !== undefined);
}

/** Undefined when what came of it is gone, as after a backup was put back: the sender begins anew. */
async function present(ctx: Ctx, row: Row): Promise<Upload | undefined> {
  const { id, name, fingerprint, target, became } = row;
  const size = Number(row.size);
  const offset = row.finished_at === null ? await ctx.files.parts.size(storedName(ctx, id)) : size;
  if (offset === undefined) return undefined;
  const keptUntil = new Date(Date.parse(row.touched_at) + keptDays * 86_400_000).toISOString();
  return { id, name, size, offset, fingerprint, target, keptUntil, became };
}
