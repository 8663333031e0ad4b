import { requireChangeable } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';

export type Way = 'preview' | 'download';

export interface FileOpening {
  at: string;
  way: Way;
  /** Null for somebody who came by a public link. */
  member: { id: string; title: string | null } | null;
  linkId: string | null;
  version: number | null;
}

/** Looking at a file again, page by page, within so many minutes is the same look. */
const sameLookMinutes = 10;

/** Notes that somebody opened a file of a field that keeps versions; of others nothing is noted. */
export async function noteOpening(
  ctx: Ctx,
  file: { id: string; object: string | null; field: string | null },
  { way, linkId }: { way: Way; linkId?: string | undefined },
): Promise<void> {
  const field = ctx.model.objects.get(file.object ?? '')?.fields.get(file.field ?? '');
  if (field?.kind !== 'file' || field.versions !== true) return;
  // A link works with the rights of its maker, who is not the one that opened it.
  const memberId = ctx.actor.kind === 'member' && linkId === undefined ? ctx.actor.id : null;
  const table = qualified(ctx.workspace.schema, 'file_opening');
  await ctx.db.prepared(
    `insert into ${table} (file_id, member_id, link_id, way, at)
     select $1::uuid, $2::uuid, $3::uuid, $4::text, $5::timestamptz where not exists (
       select from ${table} where file_id = $1::uuid and way = $4::text
         and member_id is not distinct from $2::uuid and link_id is not distinct from $3::uuid
         and at > $5::timestamptz - make_interval(mins => ${sameLookMinutes}))`,
    [file.id, memberId, linkId ?? null, way, ctx.now.toISOString()],
  );
}

const mostListed = 200;

/** Who opened the files of a record, the last first; for those who may change it. */
export async function listOpenings(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
): Promise<FileOpening[]> {
  const { object, id } = await requireChangeable(ctx, objectKey, recordId);
  const rows = await ctx.tables
    .selectFrom('file_opening as o')
    .innerJoin('file as f', 'f.id', 'o.file_id')
    .select(['o.at', 'o.way', 'o.member_id', 'o.link_id', 'f.version'])
    .where('f.object', '=', object.key)
    .where('f.record_id', '=', id)
    .orderBy('o.id', 'desc')
    .limit(mostListed)
    .execute();
  const { members } = ctx.directory;
  return rows.map(({ at, way, member_id, link_id, version }) => ({
    at,
    way: way === 'preview' ? 'preview' : 'download',
    member:
      member_id === null ? null : { id: member_id, title: members.get(member_id)?.name ?? null },
    linkId: link_id,
    version,
  }));
}
