import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import { addJob } from '#engine/jobs/add-job.ts';
import type { Job } from '#engine/jobs/job.ts';
import { list, updateRecords } from '#engine/records/index.ts';
import { findHeir } from './find-heir.ts';

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
  async run(ctx, payload, fresh) {
    const move = moveSchema.parse(payload);
    const { moved, refused } = await moveRecords(fresh, [...ctx.model.objects.keys()], move);
    ctx.log.info({ workspace: ctx.workspace.key, ...move, moved }, 'records have a new owner');
    // Tried again later, and kept among the failed jobs until somebody has put the records right.
    if (refused.length > 0)
      throw new Error(
        `${refused.length} records kept their owner: ${refused.slice(0, 20).join(', ')}`,
      );
  },
};

interface Outcome {
  moved: number;
  /** What the rules of its object did not let go, as `object/id`. */
  refused: string[];
}

/** Every record the member owns, object by object, in chunks of a transaction each. */
async function moveRecords(
  fresh: () => Promise<Ctx>,
  objects: readonly string[],
  { from, to }: Move,
): Promise<Outcome> {
  const outcome: Outcome = { moved: 0, refused: [] };
  for (const key of objects) {
    let cursor: string | null | undefined;
    do {
      // Members, rights and fields change while a large base is moved.
      const ctx = await fresh();
      const object = ctx.model.objects.get(key);
      // What somebody said stays theirs, and what was meant for them alone is nobody else's.
      if (object?.reach !== 'owned' || object.confidential) break;
      const heir = await findHeir(ctx, to);
      // Who was deactivated came back, and the heir handed everything to them.
      if (heir === from) return outcome;
      const page = await list(ctx, key, {
        where: { field: 'owner', op: 'eq', value: from },
        limit: chunk,
        fields: [object.title],
        ...(cursor && { cursor }),
      });
      await give(ctx, key, { ids: page.items.map(({ id }) => id), heir }, outcome);
      cursor = page.nextCursor;
    } while (cursor);
  }
  return outcome;
}

/** All at once, or one by one when one of them is refused, so that it keeps none of the others. */
async function give(
  ctx: Ctx,
  object: string,
  { ids, heir }: { ids: readonly string[]; heir: string },
  outcome: Outcome,
): Promise<void> {
  if (ids.length === 0) return;
  try {
    await updateRecords(
      ctx,
      object,
      ids.map((id) => ({ id, values: { owner: heir } })),
    );
    outcome.moved += ids.length;
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) outcome.refused.push(`${object}/${only}`);
    else for (const id of ids) await give(ctx, object, { ids: [id], heir }, outcome);
  }
}
