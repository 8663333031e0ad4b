import { z } from 'zod';
import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import { addJob } from '#engine/jobs/add-job.ts';
import type { Job } from '#engine/jobs/job.ts';
import { list, updateRecords } from '#engine/records/index.ts';

const name = 'takeOverRecords';
const chunk = 200;

interface Move {
  from: string;
  to: string;
}

/** Queued in the transaction that deactivates the member. */
export async function queueTakeOver(ctx: Ctx, { from, to }: Move): Promise<void> {
  // As the system: the administrator who asked may be gone before a large base is moved.
  const actor = systemActor(name, ctx.workspace.settings);
  await addJob({ ...ctx, actor }, name, { from, to }, { maxAttempts: 25 });
}

const moveSchema = z.object({ from: z.string(), to: z.string() });

/** What was moved is no longer the member's, so a second run goes on where the first stopped. */
export const takeOverRecords: Job = {
  name,
  async run(ctx, payload) {
    const move = moveSchema.parse(payload);
    const moved = await moveRecords(ctx, move);
    ctx.log.info({ workspace: ctx.workspace.key, ...move, moved }, 'records have a new owner');
  },
};

/** Every record the member owns, object by object, in chunks of a transaction each. Returns how many. */
async function moveRecords(ctx: Ctx, { from, to }: Move): Promise<number> {
  let moved = 0;
  for (const object of ctx.model.objects.values()) {
    if (object.reach !== 'owned') continue;
    for (;;) {
      const { items } = await list(ctx, object.key, {
        where: { field: 'owner', op: 'eq', value: from },
        limit: chunk,
        fields: [object.title],
      });
      if (items.length === 0) break;
      await updateRecords(
        ctx,
        object.key,
        items.map(({ id }) => ({ id, values: { owner: to } })),
      );
      moved += items.length;
    }
  }
  return moved;
}
