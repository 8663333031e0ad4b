import { AppError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { qualified } from '#engine/records/sql.ts';

export interface Room {
  /** Bytes taken by versions of documents, those in the trash too, and by uploads that go on. */
  company: { used: number; most: number | null };
  mine: { used: number; most: number | null };
}

/** What documents take, and may take. */
export async function findRoom(ctx: Ctx): Promise<Room> {
  const me = ctx.actor.kind === 'member' ? ctx.actor.id : null;
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const [row] = await ctx.db.prepared(
    `select coalesce(sum(size), 0)::float8, coalesce(sum(size) filter (where created_by = $1::uuid), 0)::float8
     from (select size, created_by from ${table('file')} where object = 'document'
       union all select size, created_by from ${table('file_upload')} where finished_at is null) taken`,
    [me],
  );
  const { company = null, member = null } = ctx.workspace.settings.storage ?? {};
  return {
    company: { used: Number(row?.[0] ?? 0), most: company },
    mine: { used: Number(row?.[1] ?? 0), most: member },
  };
}

/**
 * Refuses what there is no room for: bytes about to be sent, or files about to become documents, which are not counted
 * yet unless they came by an upload.
 */
export async function checkRoom(
  ctx: Ctx,
  wanted: { bytes: number } | { files: readonly string[] },
): Promise<void> {
  const { company, member } = ctx.workspace.settings.storage ?? {};
  if (company === undefined && member === undefined) return;
  // Two at once must not both find the last free bytes.
  if (ctx.db.client)
    await ctx.db.prepared('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${ctx.workspace.schema}.storage`,
    ]);
  const added = 'bytes' in wanted ? wanted.bytes : await bytesOf(ctx, wanted.files);
  const room = await findRoom(ctx);
  for (const { used, most } of [room.company, room.mine])
    if (most !== null && used + added > most)
      throw new AppError('quotaReached', { params: { max: sizeText(most) } });
}

/** Of files that are not a document's yet. */
async function bytesOf(ctx: Ctx, files: readonly string[]): Promise<number> {
  const rows = await ctx.tables
    .selectFrom('file')
    .select('size')
    .where('id', 'in', files)
    .where('object', 'is', null)
    .execute();
  return rows.reduce((sum, { size }) => sum + Number(size), 0);
}

const sizeText = (bytes: number): string =>
  bytes >= 1e9 ? `${Math.round(bytes / 1e8) / 10} GB` : `${Math.round(bytes / 1e5) / 10} MB`;
