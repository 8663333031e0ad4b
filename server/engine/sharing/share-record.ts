import { invalid, notFound } from '#shared/errors.ts';
import { requireChangeable, requireVisible } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { writeJournal } from '../events/write-journal.ts';
import { isId } from '../records/get.ts';
import { withTransaction } from '../transaction.ts';
import { granteeKinds, granteesOf, type GranteeKind } from './grantees.ts';

export const shareLevels = ['read', 'update'] as const;
export type ShareLevel = (typeof shareLevels)[number];

/** `everyone`: all who work in the company, of now and later. */
export type Grantee = { member: string } | { team: string } | { role: string } | { everyone: true };

export interface Share {
  grantee: { kind: GranteeKind; id: string; title: string | null };
  level: ShareLevel;
  createdAt: string;
  createdBy: { id: string; title: string | null } | null;
}

/**
 * Shows one record to a member, a team, a role or everyone beyond what their role reaches, at once and everywhere. Who may change it may
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
    if (object.reach !== 'owned' || !object.shares)
      throw invalid([{ path: 'level', code: 'notWritable' }]);
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

function checkGrantee(ctx: Ctx, grantee: Grantee): [GranteeKind, string] {
  const { members } = ctx.directory;
  const [kind, id] = idOf(ctx, grantee);
  const known =
    kind === 'member' ? members.get(id)?.active === true : granteesOf(ctx)[kind].has(id);
  if (!known) throw invalid([{ path: kind, code: 'notFound' }]);
  return [kind, id];
}

function idOf({ workspace }: Ctx, grantee: Grantee): [GranteeKind, string] {
  if ('member' in grantee) return ['member', grantee.member];
  if ('team' in grantee) return ['team', grantee.team];
  if ('role' in grantee) return ['role', grantee.role];
  return ['everyone', workspace.id];
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
  const { members } = ctx.directory;
  const named = granteesOf(ctx);
  return rows.map((row): Share => {
    const kind = granteeKinds.find((each) => each === row.grantee) ?? 'member';
    return {
      grantee: {
        kind,
        id: row.grantee_id,
        title: named[kind].get(row.grantee_id)?.name ?? null,
      },
      level: row.level === 'update' ? 'update' : 'read',
      createdAt: row.created_at,
      createdBy:
        row.created_by === null
          ? null
          : { id: row.created_by, title: members.get(row.created_by)?.name ?? null },
    };
  });
}
