import { v7 as newId } from 'uuid';
import { invalid, type ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { leaveGroups } from '../duplicates/leave-groups.ts';
import { assignNumbers } from '../numbering/assign-numbers.ts';
import { refreshOwnRollups } from '../rollups/refresh-rollups.ts';
import { withTransaction } from '../transaction.ts';
import { findObject } from './find-object.ts';
import { presentWritten } from './get.ts';
import { moveAttachedRows } from './merge/attached-rows.ts';
import { chooseValues } from './merge/choose-values.ts';
import { combineValues } from './merge/combine-values.ts';
import { lockForMerge } from './merge/lock-for-merge.ts';
import { noteParts } from './merge/parts.ts';
import { moveLinks } from './merge/move-links.ts';
import { keepTrees, pointedToSurvivor, withoutSelf } from './merge/own-relations.ts';
import { searchedWrite } from './merge/searched-write.ts';
import { refusedChanges, requiredErrors, sameValue } from './parse-values.ts';
import { references } from './references.ts';
import { runAfterRules, runBeforeRules } from './run-rules.ts';
import type { Change, Values } from './rules.ts';
import type { PresentedRecord } from './selection.ts';
import { stamp } from './update.ts';
import { namingUnique } from './write-errors.ts';
import { updateRows, type Write } from './write-rows.ts';

export interface MergeInput {
  /** The records that become the survivor, in the order in which they fill its empty fields. */
  ids: readonly string[];
  /** Values chosen for the survivor. */
  values?: unknown;
  /** The survivor's version that the choice was made from. */
  version?: number | undefined;
  /** The same for any of the records, by id. */
  versions?: Readonly<Record<string, number>> | undefined;
}

export interface MergeResult {
  mergeId: string;
  record: PresentedRecord;
  /** Number of links that moved, by `object.field` or table. */
  moved: Record<string, number>;
}

const stamps = ['version', 'updatedAt', 'updatedBy'];

/**
 * Makes several records one: the survivor gets the chosen values, its empty fields are filled, its lists united, every link
 * to the others moves to it, and the others go to the trash. All in one transaction; `undoMerge` takes it back for 30 days.
 */
export async function mergeRecords(
  ctx: Ctx,
  objectKey: string,
  id: string,
  input: MergeInput,
): Promise<MergeResult> {
  const object = findObject(ctx, objectKey);
  return withTransaction(ctx, async (ctx) => {
    const { survivor, others } = await lockForMerge(ctx, object, id, input);
    const mergeId = newId();
    const reason = `merge:${mergeId}`;
    const survivorId = String(survivor['id']);
    const merged = others.map((values) => String(values['id']));

    const records = [survivor, ...others];
    const { chosen, errors } = await chooseValues(ctx, object, records, input.values ?? {});
    const { after, sources } = combineValues(object, survivor, others, chosen);
    await ctx.rules.get(object.key)?.beforeMerge?.(ctx, { survivor, others, after });
    await noteParts(ctx, mergeId);
    errors.push(...(await keepTrees(ctx, object, after, others, chosen)));
    withoutSelf(object, after, new Set([survivorId, ...merged]));
    if (errors.length > 0) throw invalid(errors);

    const move = { mergeId, survivor: survivorId, merged };
    const moved = {
      ...(await moveLinks(ctx, object, move)),
      ...(await moveAttachedRows(ctx, object, move, filesOf(object, after))),
    };
    const trashed = await trashMerged(ctx, object, others, survivorId, reason);
    const change: Change = { id: survivorId, before: survivor, after };
    const write = await prepareSurvivor(ctx, object, change, reason);
    await assignNumbers(ctx, object, [change]);
    await namingUnique(object, () =>
      updateRows(ctx, object, new Set([...stamps, ...Object.keys(write.changes)]), [write]),
    );
    await leaveGroups(ctx, merged);
    await ctx.tables
      .insertInto('merge_log')
      .values({
        id: mergeId,
        object: object.key,
        survivor_id: survivorId,
        merged_ids: merged,
        at: ctx.now.toISOString(),
        actor_id: ctx.actor.kind === 'member' ? ctx.actor.id : null,
        changes: json({ ...trashed, [survivorId]: write.changes }),
        sources: json(sources),
        moved: json(moved),
      })
      .execute();
    await runAfterRules(ctx, object, [change]);
    await refreshOwnRollups(ctx, object, [survivorId]);
    const [record] = await presentWritten(ctx, object, [survivorId]);
    if (!record) throw new Error('the survivor of a merge is gone');
    return { mergeId, record, moved };
  });
}

/** Kysely types a jsonb column by its value; the driver wants its text. */
const json = <T>(value: T): T => JSON.stringify(value) as unknown as T;

const filesOf = (object: ModelObject, values: Values): string[] =>
  [...object.fields.values()]
    .filter(({ kind }) => references[kind]?.to === 'file')
    .flatMap(({ key }) => [values[key] ?? []].flat().map(String));

/** Removes what was merged; relations among themselves point to the survivor from here on. Gives those changes by id. */
async function trashMerged(
  ctx: Ctx,
  object: ModelObject,
  others: readonly Values[],
  survivorId: string,
  reason: string,
): Promise<Record<string, Write['changes']>> {
  const ids = others.map((values) => String(values['id']));
  await ctx.rules.get(object.key)?.beforeRemove?.(ctx, ids);
  const merged = new Set<unknown>(ids);
  const writes = others.map((values): Write => {
    const changes = pointedToSurvivor(object, values, merged, survivorId);
    stamp(ctx, values);
    values['deletedAt'] = ctx.now.toISOString();
    return { values, changes, action: 'remove', search: 'remove', reason };
  });
  const touched = writes.flatMap(({ changes }) => Object.keys(changes));
  await updateRows(ctx, object, new Set([...stamps, 'deletedAt', ...touched]), writes);
  return Object.fromEntries(ids.map((id, i) => [id, writes[i]?.changes ?? {}]));
}

/** The survivor's rules see the base as it is after the links have moved. */
async function prepareSurvivor(
  ctx: Ctx,
  object: ModelObject,
  change: Change,
  reason: string,
): Promise<Write> {
  const prefix = () => 'values.';
  // What only looks wrong was in one of the records before.
  const trusted = { trusted: true };
  const errors: ValueError[] = await runBeforeRules(ctx, object, [change], prefix, trusted);
  const changes: Write['changes'] = {};
  for (const field of object.fields.values()) {
    const [was, is] = [change.before?.[field.key] ?? null, change.after[field.key] ?? null];
    if (!sameValue(field, was, is)) changes[field.key] = [was, is];
  }
  const missing = requiredErrors(ctx, object, change.after, 'values.', errors);
  errors.push(...missing.filter(({ path }) => path.slice('values.'.length) in changes));
  errors.push(...refusedChanges(object, change, 'values.'));
  if (errors.length > 0) throw invalid(errors);
  stamp(ctx, change.after);
  return searchedWrite(object, change.after, changes, 'merge', reason);
}
