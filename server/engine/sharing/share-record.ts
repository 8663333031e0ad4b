import { invalid, notFound } from '#shared/errors.ts';
import { requireChangeable, requireVisible } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { writeJournal } from '../events/write-journal.ts';
import { isId } from '../records/get.ts';
import { withTransaction } from '../transaction.ts';

export const shareLevels = ['read', 'update'] as const;
export type ShareLevel = (typeof shareLevels)[number];

export type Grantee = { member: string } | { team: string };

export interface Share {
  grantee: { kind: 'member' | 'team'; id: string; title: string | null };
  level: ShareLevel;
  createdAt: string;
  createdBy: { id: string; title: string | null } | null;
}

/**
 * Shows one record to a member or a team beyond what their role reaches, at once and everywhere. Who may change it may
 * share it; a second call changes the level. The role still decides: one without any right to the object gains none.
 */
export function shareRecord(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  { grantee, level }: { grantee: Grantee; level: ShareLevel },
): Promise<Share[]> {
  return withTransaction(ctx, async (ctx) => {
    const { object, id, version } = await requireChangeable(ctx, objectKey, recordId);
    if (object.reach !== 'owned') throw invalid([{ path: 'level', code: 'notWritable' }]);
    const [kind, granteeId] = checkGrantee(ctx, grantee);
    const before = await levelOf(ctx, object.key, id, granteeId);
    if (before !== level) {
      await ctx.tables
        .insertInto('share')
        .values({
          object: object.key,
          record_id: id,
          grantee_id: granteeId,
          grantee: kind,
          level,
          created_by: ctx.actor.kind === 'member' ? ctx.actor.id : null,
        })
        .onConflict((conflict) =>
          conflict.columns(['object', 'record_id', 'grantee_id']).doUpdateSet({ level }),
        )
        .execute();
      const line = (to: string | null) => to && { [kind]: granteeId, level: to };
      await writeJournal(ctx, object, [
        {
          recordId: id,
          version,
          action: 'share',
          changes: { $share: [line(before), line(level)] },
        },
      ]);
    }
    return sharesOf(ctx, object.key, id);
  });
}

/** Takes a share back; whoever it was given to may give it up themselves. */
export async function unshareRecord(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  granteeId: string,
): Promise<void> {
  if (!isId(granteeId)) throw notFound();
  await withTransaction(ctx, async (ctx) => {
    const own = ctx.actor.kind === 'member' && ctx.actor.id === granteeId;
    const { object, id, version } = own
      ? await requireVisible(ctx, objectKey, recordId)
      : await requireChangeable(ctx, objectKey, recordId);
    const removed = await ctx.tables
      .deleteFrom('share')
      .where('object', '=', object.key)
      .where('record_id', '=', id)
      .where('grantee_id', '=', granteeId)
      .returning(['grantee', 'level'])
      .executeTakeFirst();
    if (!removed) throw notFound();
    await writeJournal(ctx, object, [
      {
        recordId: id,
        version,
        action: 'unshare',
        changes: {
          $share: [{ [removed.grantee]: granteeId, level: removed.level }, null],
        },
      },
    ]);
  });
}

/** Whom the record is shared with; for everyone who may see it. */
export async function listShares(ctx: Ctx, objectKey: string, recordId: string): Promise<Share[]> {
  const { object, id } = await requireVisible(ctx, objectKey, recordId);
  return sharesOf(ctx, object.key, id);
}

function checkGrantee({ directory }: Ctx, grantee: Grantee): ['member' | 'team', string] {
  if ('member' in grantee) {
    if (directory.members.get(grantee.member)?.active) return ['member', grantee.member];
    throw invalid([{ path: 'member', code: 'notFound' }]);
  }
  if (directory.teams.has(grantee.team)) return ['team', grantee.team];
  throw invalid([{ path: 'team', code: 'notFound' }]);
}

async function levelOf(ctx: Ctx, object: string, id: string, granteeId: string) {
  const row = await ctx.tables
    .selectFrom('share')
    .select('level')
    .where('object', '=', object)
    .where('record_id', '=', id)
    .where('grantee_id', '=', granteeId)
    .executeTakeFirst();
  return row?.level ?? null;
}

async function sharesOf(ctx: Ctx, object: string, id: string): Promise<Share[]> {
  const rows = await ctx.tables
    .selectFrom('share')
    .selectAll()
    .where('object', '=', object)
    .where('record_id', '=', id)
    .orderBy('created_at')
    .orderBy('grantee_id')
    .execute();
  const { members, teams } = ctx.directory;
  return rows.map((row): Share => {
    const kind = row.grantee === 'team' ? 'team' : 'member';
    const named = kind === 'team' ? teams.get(row.grantee_id) : members.get(row.grantee_id);
    return {
      grantee: { kind, id: row.grantee_id, title: named?.name ?? null },
      level: row.level === 'update' ? 'update' : 'read',
      createdAt: row.created_at,
      createdBy:
        row.created_by === null
          ? null
          : { id: row.created_by, title: members.get(row.created_by)?.name ?? null },
    };
  });
}
