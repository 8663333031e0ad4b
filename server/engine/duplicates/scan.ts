import { invalid } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findObject, tableOf } from '../records/find-object.ts';
import { qualified } from '../records/sql.ts';
import { createJoiner } from './join-pairs.ts';
import { matchRules } from './match-rules.ts';
import { readPairs, readWeakKeys } from './read-pairs.ts';
import { rebuildKeys, rulesMark } from './rebuild-keys.ts';
import { lastScan, updateRun } from './runs.ts';
import { storeGroups } from './store-groups.ts';

/**
 * Groups all records of an object that are probably the same; everybody's, whoever asks, for what is shown of them is
 * decided when they are listed. Cost grows with the records that share a key, never with all pairs.
 */
export async function scanDuplicates(ctx: Ctx, objectKey: string, runId: string): Promise<void> {
  const object = findObject(ctx, objectKey);
  await updateRun(ctx, runId, { state: 'running' });
  if (await needsKeys(ctx, object)) await rebuildKeys(ctx, object);
  const joiner = createJoiner();
  let complete = true;
  await readPairs(ctx, object, (pairs) => (complete = joiner.add(pairs)));
  const groups = joiner.groups();
  await updateRun(ctx, runId, { total: groups.length });
  await storeGroups(ctx, object, runId, groups);
  await updateRun(ctx, runId, {
    state: 'done',
    done: groups.length,
    outcome: {
      groups: groups.length,
      records: groups.reduce((sum, { members }) => sum + members.length, 0),
      complete,
      weak: await readWeakKeys(ctx, object),
      rules: rulesMark(object),
    },
  });
}

/** Objects without rules have nothing to compare. */
export function scannable(ctx: Ctx, objectKey: string): ModelObject {
  const object = ctx.model.objects.get(objectKey);
  if (!object || matchRules(object).length === 0) {
    throw invalid([{ path: 'object', code: 'notFound' }]);
  }
  return object;
}

/** After the rules changed since the last scan; and for records that came before there were rules. */
async function needsKeys(ctx: Ctx, object: ModelObject): Promise<boolean> {
  const last = await lastScan(ctx, object.key);
  if (last) return last.outcome['rules'] !== rulesMark(object);
  const [row] = await ctx.db.query(
    `select exists (select from ${tableOf(ctx, object)} where deleted_at is null)
       and not exists (select from ${qualified(ctx.workspace.schema, 'match_key')} where object = $1)`,
    [object.key],
  );
  return row?.[0] === true;
}
