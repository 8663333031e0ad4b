import { forbidden, invalid, notFound, stale } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { tableOf } from '../find-object.ts';
import { isId, presentWritten } from '../get.ts';
import { lockRecords } from '../lock.ts';
import type { MergeInput } from '../merge.ts';
import type { Values } from '../rules.ts';

/** Records one merge takes besides the survivor. */
export const mostMerged = 50;
/** Tens of thousands of links take longer than a request usually may. */
export const mergeTimeout = `set local statement_timeout = '50s'`;

/** Locks the records of a merge in the order of ids, and checks that the actor may make them one. */
export async function lockForMerge(
  ctx: Ctx,
  object: ModelObject,
  id: string,
  input: MergeInput,
): Promise<{ survivor: Values; others: Values[] }> {
  const merged = checkIds(id, input.ids);
  const all = [id.toLowerCase(), ...merged];
  await ctx.db.query(mergeTimeout, []);
  // Stronger than a change's lock: nobody makes a new link to a record while its links move.
  await ctx.db.query(
    `select from ${tableOf(ctx, object)} where id = any($1::uuid[]) order by id for update`,
    [all],
  );
  const updatable = await lockRecords(ctx, object, all, 'update');
  const removable = await lockRecords(ctx, object, merged, 'delete');
  if (all.some((each) => !updatable.has(each))) throw notFound();
  const allowed =
    updatable.get(all[0] ?? '')?.allowed === true &&
    merged.every((each) => removable.get(each)?.allowed);
  if (!allowed) throw forbidden();
  const [survivor, ...others] = all
    .map((each) => updatable.get(each)?.values)
    .filter((values) => values !== undefined);
  const versions: Readonly<Record<string, number>> = {
    ...input.versions,
    ...(input.version !== undefined && { [id]: input.version }),
  };
  const old = Object.entries(versions).find(
    ([each, version]) => updatable.get(each.toLowerCase())?.values['version'] !== version,
  );
  if (old) throw stale((await presentWritten(ctx, object, [old[0]]))[0]);
  if (!survivor) throw notFound();
  return { survivor, others };
}

function checkIds(id: string, ids: readonly string[]): string[] {
  if (ids.length === 0) throw invalid([{ path: 'ids', code: 'required' }]);
  if (ids.length > mostMerged) {
    throw invalid([{ path: 'ids', code: 'tooMany', params: { max: mostMerged } }]);
  }
  if (!isId(id) || !ids.every(isId)) throw notFound();
  const distinct = [...new Set(ids.map((each) => each.toLowerCase()))];
  if (distinct.length < ids.length || distinct.includes(id.toLowerCase())) {
    throw invalid([{ path: 'ids', code: 'notUnique' }]);
  }
  return distinct;
}
