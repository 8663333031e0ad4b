import { forbidden } from '#shared/errors.ts';
import type { ReactionKind, Reactions } from '#shared/reactions.ts';
import { requireVisible } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { wakeReaders } from '../realtime/wake.ts';
import { withTransaction } from '../transaction.ts';
import { readReactions } from './read-reactions.ts';

/** Whoever sees a record may react to it, once in each kind; `on` says whether there is one afterwards. */
export function react(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  kind: ReactionKind,
  { on }: { on: boolean },
): Promise<Reactions[]> {
  return withTransaction(ctx, async (ctx) => {
    if (ctx.actor.kind !== 'member') throw forbidden();
    const { object, id, version } = await requireVisible(ctx, objectKey, recordId);
    const mine = { object: object.key, record_id: id, member_id: ctx.actor.id, kind };
    const changed = on ? await add(ctx, mine) : await remove(ctx, mine);
    if (changed) {
      await ctx.tables
        .insertInto('outbox')
        .values({
          at: ctx.now.toISOString(),
          kind: 'record.react',
          object: object.key,
          record_id: id,
          version,
          actor_id: ctx.actor.id,
        })
        .execute();
      wakeReaders(ctx);
    }
    return (await readReactions(ctx, [{ object: object.key, id }])).get(id) ?? [];
  });
}

export async function listReactions(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
): Promise<Reactions[]> {
  const { object, id } = await requireVisible(ctx, objectKey, recordId);
  return (await readReactions(ctx, [{ object: object.key, id }])).get(id) ?? [];
}

interface Row {
  object: string;
  record_id: string;
  member_id: string;
  kind: ReactionKind;
}

async function add(ctx: Ctx, row: Row): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tables
    .insertInto('reaction')
    .values({ ...row, created_at: ctx.now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function remove(ctx: Ctx, row: Row): Promise<boolean> {
  const { numDeletedRows } = await ctx.tables
    .deleteFrom('reaction')
    .where('object', '=', row.object)
    .where('record_id', '=', row.record_id)
    .where('member_id', '=', row.member_id)
    .where('kind', '=', row.kind)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
