import { forbidden, invalid, notFound, stale, type ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { assignNumbers } from '../numbering/assign-numbers.ts';
import { isSearched } from '../search/document.ts';
import { withTransaction } from '../transaction.ts';
import { attachFiles } from './attach-files.ts';
import { checkReferences } from './check-references.ts';
import { ownTeam } from './create.ts';
import { findObject } from './find-object.ts';
import { goesAlone, mayGoAlone } from './goes-alone.ts';
import { isId, presentValues, presentWritten } from './get.ts';
import { keepUnseen } from './keep-unseen.ts';
import { lockRecords, type Locked } from './lock.ts';
import {
  parseValues,
  refusedChanges,
  requiredErrors,
  sameValue,
  type ParseOptions,
} from './parse-values.ts';
import { runAfterRules, runBeforeRules } from './run-rules.ts';
import type { Change, Values } from './rules.ts';
import type { PresentedRecord } from './selection.ts';
import { namingUnique } from './write-errors.ts';
import { updateRows, type Action, type Write } from './write-rows.ts';

export interface Patch {
  id: string;
  /** The version the change was made from; a newer one in the database makes it stale. */
  version?: number | undefined;
  values: unknown;
}

export interface UpdateOptions extends ParseOptions {
  prefix?: (index: number) => string;
  action?: Action;
}

/** Changes records of one object, all or none; a patch that changes nothing writes nothing. */
export async function updateRecords(
  ctx: Ctx,
  objectKey: string,
  patches: readonly Patch[],
  options: UpdateOptions = {},
): Promise<PresentedRecord[]> {
  const object = findObject(ctx, objectKey);
  const values = (prepared: readonly Prepared[]) => prepared.map(({ write }) => write.values);
  if (!ctx.db.client && patches.length === 1 && mayGoAlone(ctx, object, options)) {
    const { writes, errors } = await prepareUpdate(ctx, object, patches, options);
    if (errors.length > 0) throw invalid(errors);
    if (await writeAlone(ctx, object, writes)) return presentValues(ctx, object, values(writes));
  }
  return withTransaction(
    ctx,
    async (ctx) => {
      const { writes, errors } = await prepareUpdate(ctx, object, patches, options);
      if (errors.length > 0) throw invalid(errors);
      await writeUpdated(ctx, object, writes);
      return writes;
    },
    (ctx, writes) => presentValues(ctx, object, values(writes)),
  );
}

/**
 * One record that nothing else is written for needs no transaction: the statement itself makes sure that the record is
 * still as it was read. False when it is not, or when more than the record is concerned; then nothing was written.
 */
async function writeAlone(
  ctx: Ctx,
  object: ModelObject,
  prepared: readonly Prepared[],
): Promise<boolean> {
  const [only] = prepared;
  if (!only || !goesAlone(object, Object.keys(only.write.changes))) return false;
  if (Object.keys(only.write.changes).length === 0) return true;
  const { write } = only;
  const stamped = { ...write, values: { ...write.values } };
  stamp(ctx, stamped.values);
  const keys = new Set(['version', 'updatedAt', 'updatedBy', ...Object.keys(write.changes)]);
  const done = await namingUnique(object, () => updateRows(ctx, object, keys, [stamped], true));
  if (done) only.write = stamped;
  return done;
}

/** A change that was checked, with what writing it needs. */
export interface Prepared {
  change: Change;
  write: Write;
}

/** Records locked and changed in memory, with the errors of all of them; nothing is written yet. */
export async function prepareUpdate(
  ctx: Ctx,
  object: ModelObject,
  patches: readonly Patch[],
  options: UpdateOptions = {},
): Promise<{ writes: Prepared[]; errors: ValueError[] }> {
  const prefix = options.prefix ?? (() => '');
  if (!patches.every(({ id }) => isId(id))) throw notFound();
  const ids = patches.map(({ id }) => id.toLowerCase());
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice !== -1) throw invalid([{ path: `${prefix(twice)}id`, code: 'notUnique' }]);
  const locked = await lockRecords(ctx, object, ids, 'update');
  const found = ids.map((id) => locked.get(id));
  await checkLocked(ctx, object, patches, found);
  const errors: ValueError[] = [];
  const changes = patches.map((patch, i): Change => {
    const before = found[i]?.values ?? {};
    const given = parseValues(ctx, object, patch.values, errors, prefix(i), options);
    return {
      id: ids[i] ?? '',
      before,
      after: { ...before, ...movedTeam(ctx, object, before, given) },
      given: new Set(Object.keys(given)),
    };
  });
  await keepUnseen(ctx, object, changes);
  errors.push(...(await runBeforeRules(ctx, object, changes, prefix, options)));
  const writes = changes.map((change) => ({
    change,
    write: changed(object, change, options.action ?? 'update'),
  }));
  writes.forEach(({ change, write }, i) => {
    const missing = requiredErrors(ctx, object, change.after, prefix(i), errors, options);
    // A record that was incomplete before may stay so until the field itself is changed.
    errors.push(...missing.filter(({ path }) => path.slice(prefix(i).length) in write.changes));
    errors.push(...refusedChanges(object, change, prefix(i)));
  });
  errors.push(...(await checkReferences(ctx, object, changes, prefix)));
  return { writes, errors };
}

/** Writes what `prepareUpdate` found right, in its transaction; what changes nothing is not written. */
export async function writeUpdated(
  ctx: Ctx,
  object: ModelObject,
  prepared: readonly Prepared[],
): Promise<void> {
  const real = prepared.filter(({ write }) => Object.keys(write.changes).length > 0);
  if (real.length === 0) return;
  const writes = real.map(({ write }) => write);
  const changes = real.map(({ change }) => change);
  const keys = new Set([
    'version',
    'updatedAt',
    'updatedBy',
    ...writes.flatMap((write) => Object.keys(write.changes)),
  ]);
  for (const { values } of writes) stamp(ctx, values);
  await assignNumbers(ctx, object, changes);
  await namingUnique(object, () => updateRows(ctx, object, keys, writes));
  await attachFiles(ctx, object, changes);
  await runAfterRules(ctx, object, changes);
}

async function checkLocked(
  ctx: Ctx,
  object: ModelObject,
  patches: readonly Patch[],
  found: readonly (Locked | undefined)[],
): Promise<void> {
  if (found.some((each) => !each)) throw notFound();
  if (found.some((each) => !each?.allowed)) throw forbidden();
  const old = patches.findIndex(
    ({ version }, i) => version !== undefined && found[i]?.values['version'] !== version,
  );
  if (old === -1) return;
  const [current] = await presentWritten(ctx, object, [patches[old]?.id ?? '']);
  throw stale(current);
}

/** A record follows its new owner into their team, unless the change names a team itself. */
function movedTeam(ctx: Ctx, object: ModelObject, before: Values, given: Values): Values {
  if (object.reach !== 'owned' || given['owner'] === undefined || given['team'] !== undefined)
    return given;
  return given['owner'] === before['owner']
    ? given
    : { ...given, team: ownTeam(ctx, given['owner']) };
}

function changed(object: ModelObject, { before, after }: Change, action: Action): Write {
  const changes: Write['changes'] = {};
  for (const field of object.fields.values()) {
    const was = before?.[field.key] ?? null;
    const is = after[field.key] ?? null;
    if (!sameValue(field, was, is)) changes[field.key] = [was, is];
  }
  const searched = Object.keys(changes).some((key) => isSearched(object, key));
  return { values: after, changes, action, search: searched ? 'write' : 'keep' };
}

export function stamp(ctx: Ctx, values: Values): void {
  values['version'] = Number(values['version']) + 1;
  values['updatedAt'] = ctx.now.toISOString();
  values['updatedBy'] = ctx.actor.kind === 'member' ? ctx.actor.id : null;
}
