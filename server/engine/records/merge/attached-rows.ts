import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { column, qualified, quote } from '../sql.ts';
import type { Move } from './move-links.ts';

/** Tables of (object, record_id) pairs that follow a merged record; the columns beside the pair make a row distinct. */
export const followingTables = {
  share: ['grantee_id'],
  follower: ['member_id'],
  reaction: ['member_id', 'kind'],
} as const;

const named = (columns: readonly string[], alias?: string): string =>
  columns.map((name) => (alias === undefined ? quote(name) : column(alias, name))).join(', ');

/** Moves what hangs on the merged records: shares, followers and files. Gives the number of rows by table. */
export async function moveAttachedRows(
  ctx: Ctx,
  object: ModelObject,
  move: Move,
  /** Files that stand in a field of the survivor; the others become plain attachments. */
  filesInFields: readonly string[],
): Promise<Record<string, number>> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const counts: Record<string, number> = {};
  const count = (name: string, [row]: readonly (readonly unknown[])[]) => {
    const moved = Number(row?.[0] ?? 0);
    if (moved > 0) counts[name] = moved;
  };
  for (const [name, by] of Object.entries(followingTables)) {
    const rows = await ctx.db.query(
      `with gone as (
         delete from ${table(name)} where object = $4 and record_id = any($2::uuid[]) returning *
       ), came as (
         insert into ${table(name)} select distinct on (${named(by, 'r')}) r.* from gone,
           jsonb_populate_record(null::${table(name)}, to_jsonb(gone) || jsonb_build_object('record_id', $1::uuid)) r
         order by ${named(by, 'r')}, r.created_at
         on conflict do nothing returning ${named(by)}
       ), kept as (
         insert into ${table('merge_row')} (merge_id, source, row, moved)
         select $3::uuid, '${name}', to_jsonb(gone), (${named(by, 'gone')}) in (select ${named(by)} from came) from gone
       )
       select count(*) from gone`,
      [move.survivor, move.merged, move.mergeId, object.key],
    );
    count(name, rows);
  }
  const files = await ctx.db.query(
    `with before as (
       select * from ${table('file')} where object = $4 and record_id = any($2::uuid[]) order by id for update
     ), moved as (
       update ${table('file')} f set record_id = $1::uuid, field = case when f.id = any($5::uuid[]) then f.field end
       from before where f.id = before.id
     ), kept as (
       insert into ${table('merge_row')} (merge_id, source, row, moved)
       select $3::uuid, 'file', to_jsonb(before), true from before
     )
     select count(*) from before`,
    [move.survivor, move.merged, move.mergeId, object.key, filesInFields],
  );
  count('file', files);
  return counts;
}

/** Gives back what moved and is still the survivor's. */
export async function returnAttachedRows(
  ctx: Ctx,
  object: ModelObject,
  mergeId: string,
  survivor: string,
): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  for (const [name, by] of Object.entries(followingTables)) {
    await ctx.db.query(
      `with log as (
         select r.*, m.moved from ${table('merge_row')} m, jsonb_populate_record(null::${table(name)}, m.row) r
         where m.merge_id = $1::uuid and m.source = '${name}'
       ), left_ as (
         delete from ${table(name)} t using (select distinct ${named(by)} from log where moved) l
         where t.object = $3 and t.record_id = $2::uuid and (${named(by, 't')}) = (${named(by, 'l')}) returning ${named(by, 't')}
       )
       insert into ${table(name)} select r.* from log l,
         jsonb_populate_record(null::${table(name)}, to_jsonb(l) - 'moved') r
       where not l.moved or (${named(by, 'l')}) in (select ${named(by)} from left_)
       on conflict do nothing`,
      [mergeId, survivor, object.key],
    );
  }
  await ctx.db.query(
    `update ${table('file')} f set record_id = b.record_id, field = b.field
     from ${table('merge_row')} m, jsonb_populate_record(null::${table('file')}, m.row) b
     where m.merge_id = $1::uuid and m.source = 'file' and f.id = b.id and f.object = $3 and f.record_id = $2::uuid`,
    [mergeId, survivor, object.key],
  );
}
