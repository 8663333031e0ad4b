import { v7 as newId } from 'uuid';
import { forbidden, invalid, type ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { assignNumbers } from '../numbering/assign-numbers.ts';
import { lateNumber } from '../numbering/late-number.ts';
import { withTransaction } from '../transaction.ts';
import { checkReferences } from './check-references.ts';
import { findObject } from './find-object.ts';
import { presentValues } from './get.ts';
import {
  parseValues,
  refusedChanges,
  requiredErrors,
  withDefaults,
  type ParseOptions,
} from './parse-values.ts';
import { attachFiles } from './attach-files.ts';
import { goesAlone, mayGoAlone } from './goes-alone.ts';
import { runAfterRules, runBeforeRules } from './run-rules.ts';
import type { Change, Values } from './rules.ts';
import type { PresentedRecord } from './selection.ts';
import { namingUnique } from './write-errors.ts';
import { insertRows, type Write } from './write-rows.ts';

export interface CreateOptions extends ParseOptions {
  /** Before the path of an error; `create.3.` in a batch. */
  prefix?: (index: number) => string;
}

/** Creates records of one object, all or none. Errors of all of them come together. */
export async function createRecords(
  ctx: Ctx,
  objectKey: string,
  inputs: readonly unknown[],
  options: CreateOptions = {},
): Promise<PresentedRecord[]> {
  const object = findObject(ctx, objectKey);
  if (!ctx.db.client && inputs.length === 1 && mayGoAlone(ctx, object, options)) {
    const { changes, errors } = await prepareCreate(ctx, object, inputs, options);
    if (errors.length > 0) throw invalid(errors);
    if (changes.every(({ after }) => goesAlone(object, filledKeys(after)))) {
      await writeCreated(ctx, object, changes);
      return presentValues(ctx, object, changes.map(valuesOf));
    }
  }
  return withTransaction(
    ctx,
    async (ctx) => {
      const { changes, errors } = await prepareCreate(ctx, object, inputs, options);
      if (errors.length > 0) throw invalid(errors);
      await writeCreated(ctx, object, changes);
      return changes.map(valuesOf);
    },
    // After the commit: a counter that others wait for is free as soon as the record is written.
    (ctx, values) => presentValues(ctx, object, values),
  );
}

const valuesOf = ({ after }: Change): Values => after;

const filledKeys = (values: Values): string[] =>
  Object.keys(values).filter((key) => (values[key] ?? null) !== null);

/** New records, checked but for what only writing finds, with the errors of all of them; nothing is written yet. */
export async function prepareCreate(
  ctx: Ctx,
  object: ModelObject,
  inputs: readonly unknown[],
  options: CreateOptions = {},
): Promise<{ changes: Change[]; errors: ValueError[] }> {
  if (!ctx.access.of(object.key).create) throw forbidden();
  const prefix = options.prefix ?? (() => '');
  const errors: ValueError[] = [];
  const changes = inputs.map((input, i): Change => {
    const values = parseValues(ctx, object, input, errors, prefix(i), options);
    return newChange(ctx, object, withDefaults(object, values));
  });
  errors.push(...(await runBeforeRules(ctx, object, changes, prefix, options)));
  changes.forEach((change, i) => {
    errors.push(...requiredErrors(ctx, object, change.after, prefix(i), errors));
    errors.push(...refusedChanges(object, change, prefix(i)));
  });
  errors.push(...(await checkReferences(ctx, object, changes, prefix)));
  return { changes, errors };
}

/** Writes what `prepareCreate` found right, inside a transaction. */
export async function writeCreated(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
): Promise<void> {
  const late = lateNumber(ctx, object, changes);
  const [only] = changes;
  if (late && only) only.after[late.field] = late.mark;
  await namingUnique(object, async () => {
    if (!late) await assignNumbers(ctx, object, changes);
    const writes = changes.map((change) => created(object, change));
    await insertRows(ctx, object, writes, late);
  });
  await attachFiles(ctx, object, changes);
  await runAfterRules(ctx, object, changes);
}

/** A new record belongs to who made it, and to their own team, unless it says otherwise. */
function newChange(ctx: Ctx, object: ModelObject, values: Values): Change {
  const id = newId();
  const now = ctx.now.toISOString();
  const by = ctx.actor.kind === 'member' ? ctx.actor.id : null;
  const after: Values = {
    ...values,
    id,
    version: 1,
    createdAt: now,
    createdBy: by,
    updatedAt: now,
    updatedBy: by,
  };
  if (object.reach === 'owned') {
    after['owner'] = values['owner'] === undefined ? by : values['owner'];
    after['team'] = values['team'] ?? ownTeam(ctx, after['owner']);
  }
  return { id, before: null, after };
}

export const ownTeam = (ctx: Ctx, memberId: unknown): string | null =>
  ctx.directory.members.get(String(memberId))?.teamIds[0] ?? null;

function created(object: ModelObject, { after }: Change): Write {
  const changes: Write['changes'] = {};
  for (const field of object.fields.values()) {
    const value = after[field.key] ?? null;
    const isGiven = !(field.system && field.readOnly) && !field.rollup;
    if (value !== null && isGiven) changes[field.key] = [null, value];
  }
  return { values: after, changes, action: 'create', search: 'write' };
}
