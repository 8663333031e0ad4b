import { sql } from 'kysely';
import { forbidden } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { dayOf } from '../calendar/index.ts';
import type { KeptPersonal } from '#shared/personal.ts';

/** Whom a member does not call on that day after all. */
export async function skippedOn(
  ctx: Ctx,
  member: string,
  day: string,
): Promise<ReadonlySet<string>> {
  const row = await ctx.tables
    .selectFrom('member')
    .select('settings')
    .where('id', '=', member)
    .executeTakeFirst();
  const skipped = row?.settings.skippedCalls;
  return new Set(skipped?.day === day ? skipped.ids : []);
}

const most = 500;

/** Takes a suggestion out of today's plan, or puts it back; tomorrow it is there again. */
export async function skipCall(
  ctx: Ctx,
  { id, skipped }: { id: string; skipped: boolean },
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'member') throw forbidden();
  const day = dayOf(ctx.now.toISOString(), actor.timeZone);
  await withTransaction(ctx, async (inside) => {
    const { settings } = await inside.tables
      .selectFrom('member')
      .select('settings')
      .where('id', '=', actor.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const before = settings.skippedCalls?.day === day ? settings.skippedCalls.ids : [];
    const ids = [...before.filter((each) => each !== id), ...(skipped ? [id] : [])].slice(-most);
    const kept: KeptPersonal = { ...settings, skippedCalls: { day, ids } };
    await inside.tables
      .updateTable('member')
      .set({ settings: sql<KeptPersonal>`${JSON.stringify(kept)}::jsonb` })
      .where('id', '=', actor.id)
      .execute();
  });
}
