import { AppError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { list } from '../records/list.ts';
import { mergeRecords } from '../records/merge.ts';
import type { PresentedRecord } from '../records/selection.ts';
import { listGroups, type ShownGroup } from './list-groups.ts';
import { matchKeys } from './match-keys.ts';
import { matchRules } from './match-rules.ts';
import { updateRun } from './runs.ts';
import { scannable } from './scan.ts';

/** Groups below it are for people to look at. */
export const leastMergedScore = 80;

/**
 * Merges every group of at least this score within the actor's reach, each in a transaction of its own, the oldest record
 * surviving. A group is left out when its records contradict each other (two tax codes are two companies) or when the
 * actor, by the rights of `fresh`, may not merge it. Run again, it goes on where it stopped.
 */
export async function mergeGroups(
  ctx: Ctx,
  objectKey: string,
  minScore: number,
  runId: string,
  fresh: () => Promise<Ctx>,
): Promise<void> {
  const object = scannable(ctx, objectKey);
  const counts = { minScore, merged: 0, contradictory: 0, refused: 0 };
  await updateRun(ctx, runId, { state: 'running', outcome: counts });
  let cursor: string | null | undefined;
  let done = 0;
  do {
    // Hours may pass, in which rights are taken away.
    const now = await fresh();
    const page = await listGroups(now, { object: objectKey, minScore, ...(cursor && { cursor }) });
    for (const group of page.items) counts[await mergeGroup(now, object, group)] += 1;
    done += page.items.length;
    cursor = page.nextCursor;
    await updateRun(ctx, runId, { done, outcome: counts });
  } while (cursor);
  await updateRun(ctx, runId, { state: 'done', total: done });
}

async function mergeGroup(
  ctx: Ctx,
  object: ModelObject,
  group: ShownGroup,
): Promise<'merged' | 'contradictory' | 'refused'> {
  const ids = group.members.map(({ id }) => id);
  const { items } = await list(ctx, object.key, {
    where: { field: 'id', op: 'in', value: ids },
    limit: 200,
  });
  if (contradict(object, items)) return 'contradictory';
  // Ids rise with time, so the first is the oldest.
  const [survivor = '', ...others] = ids.toSorted();
  try {
    const versions = Object.fromEntries(items.map(({ id, version }) => [id, version]));
    await mergeRecords({ ...ctx, now: new Date() }, object.key, survivor, {
      ids: others,
      versions,
    });
    return 'merged';
  } catch (error) {
    // Somebody else was quicker, or it is not theirs to do.
    if (error instanceof AppError && error.status < 500) return 'refused';
    throw error;
  }
}

/** Two records have different values in a field that holds one and that alone nearly proves who it is. */
function contradict(object: ModelObject, records: readonly PresentedRecord[]): boolean {
  return matchRules(object)
    .filter(({ match, score, name, field }) => {
      const single = name === field.key;
      return match === 'exact' && single && score >= leastMergedScore;
    })
    .some(({ name, field }) => {
      const values = records.map((record) =>
        matchKeys(object, { [field.key]: record[field.key] })
          .filter(({ rule }) => rule === name)
          .map(({ key }) => key)
          .join(' '),
      );
      return new Set(values.filter((value) => value !== '')).size > 1;
    });
}
