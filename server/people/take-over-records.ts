import { z } from 'zod';
import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import type { Workspaces } from '#engine/workspaces.ts';

export const takeOverTaskName = 'takeOverRecords';

/** The two calls of the engine it needs. */
export interface RecordCalls {
  list(
    ctx: Ctx,
    object: string,
    query: { where: unknown; limit: number; fields: string[] },
  ): Promise<{ items: readonly { id: string }[] }>;
  updateRecords(
    ctx: Ctx,
    object: string,
    patches: { id: string; values: unknown }[],
  ): Promise<unknown>;
}

const chunk = 200;

/** Queued in the transaction that deactivates the member. */
export async function queueTakeOver(ctx: Ctx, move: { from: string; to: string }): Promise<void> {
  await ctx.db.query(
    'select graphile_worker.add_job($1::text, payload => $2::json, max_attempts => 25)',
    [takeOverTaskName, JSON.stringify({ workspaceId: ctx.workspace.id, ...move })],
  );
}

/** A job. What was moved is no longer the member's, so a second run goes on where the first stopped. */
export const takeOverRecordsTask =
  (workspaces: Workspaces, records: RecordCalls) =>
  async (payload: unknown): Promise<void> => {
    const move = payloadSchema.parse(payload);
    const ctx = await workspaces.context(move.workspaceId, systemActor('takeOver'));
    await takeOverRecords(ctx, move, records);
  };

const payloadSchema = z.strictObject({ workspaceId: z.string(), from: z.string(), to: z.string() });

/** Every record the member owns, object by object, in chunks of a transaction each. Returns how many. */
export async function takeOverRecords(
  ctx: Ctx,
  { from, to }: { from: string; to: string },
  records: RecordCalls,
): Promise<number> {
  let moved = 0;
  for (const object of ctx.model.objects.values()) {
    if (object.reach !== 'owned') continue;
    for (;;) {
      const { items } = await records.list(ctx, object.key, {
        where: { field: 'owner', op: 'eq', value: from },
        limit: chunk,
        fields: [],
      });
      if (items.length === 0) break;
      await records.updateRecords(
        ctx,
        object.key,
        items.map(({ id }) => ({ id, values: { owner: to } })),
      );
      moved += items.length;
    }
  }
  return moved;
}
