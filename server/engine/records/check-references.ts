import type { ValueError } from '#shared/errors.ts';
import { readLink } from '#shared/record-link.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from './find-object.ts';
import { pickFields } from './pick-fields.ts';
import { idsIn, references } from './references.ts';
import type { Change } from './rules.ts';
import { qualified } from './sql.ts';
import { sameValue } from './parse-values.ts';
import { reachSql } from './where.ts';

interface Use {
  field: ModelField;
  /** What it is the id of: `member`, `file`, `record:account`. */
  target: string;
  id: string;
  /** The record that refers. */
  by: string;
  path: string;
}

/**
 * Whatever a change newly refers to must exist for the actor: records within reach, members at work, teams, own files.
 * One query per object that is referred to, however many records are written.
 */
export async function checkReferences(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
  prefix: (index: number) => string,
): Promise<ValueError[]> {
  const uses = changes.flatMap((change, i) => newUses(object, change, prefix(i)));
  const missing: Use[] = [];
  const byTarget = Map.groupBy(uses, ({ target }) => target);
  for (const [target, found] of byTarget) {
    const ids = [...new Set(found.map((use) => use.id))];
    if (target === 'file') missing.push(...(await foreignFiles(ctx, object, found, ids)));
    else {
      const known = await knownIds(ctx, target, ids, 'read');
      missing.push(...found.filter((use) => !known.has(use.id)));
    }
  }
  const errors = missing.map(({ path }): ValueError => ({ path, code: 'notFound' }));
  return [...errors, ...(await closedParents(ctx, object, uses, missing))];
}

/** What lies in a record, or within one: only who may change the record may put something there. */
async function closedParents(
  ctx: Ctx,
  object: ModelObject,
  uses: readonly Use[],
  missing: readonly Use[],
): Promise<ValueError[]> {
  const through = typeof object.reach === 'object' ? object.reach.through : object.within;
  if (through === undefined) return [];
  const found = uses.filter((use) => use.field.key === through && !missing.includes(use));
  const [first] = found;
  if (!first) return [];
  const ids = [...new Set(found.map((use) => use.id))];
  const open = await knownIds(ctx, first.target, ids, 'update');
  return found
    .filter((use) => !open.has(use.id))
    .map(({ path }): ValueError => ({ path, code: 'notWritable' }));
}

const referring = pickFields(
  (field) => references[field.kind] !== undefined && field.key !== 'id' && !isAuthor(field),
);

function newUses(object: ModelObject, { id: by, before, after }: Change, prefix: string): Use[] {
  return referring(object).flatMap((field) => {
    const { key } = field;
    const value = after[key];
    if (value === null || value === undefined) return [];
    if (before && sameValue(field, before[key], value)) return [];
    const had = new Set(idsIn(before?.[key]));
    const added = idsIn(value).filter((each) => !had.has(each));
    return added.map((each) => ({ field, ...targetOf(field, each), by, path: `${prefix}${key}` }));
  });
}

/** Set by the engine from the actor. */
function isAuthor(field: ModelField): boolean {
  return field.system && field.readOnly === true;
}

/** What one element of a reference's value is the id of, and the id. */
export function targetOf(field: ModelField, element: string): { target: string; id: string } {
  const to = references[field.kind]?.to ?? field.kind;
  if (to === 'link') {
    const { object, id } = readLink(element);
    return { target: `record:${object}`, id };
  }
  return { target: 'to' in field && to === 'record' ? `record:${field.to}` : to, id: element };
}

export async function knownIds(
  ctx: Ctx,
  target: string,
  ids: readonly string[],
  verb: 'read' | 'update',
): Promise<Set<string>> {
  if (target === 'member') {
    return new Set(ids.filter((id) => ctx.directory.members.get(id)?.active));
  }
  if (target === 'team') return new Set(ids.filter((id) => ctx.directory.teams.has(id)));
  const object = ctx.model.objects.get(target.replace('record:', ''));
  if (!object) return new Set();
  const scope = scopeOf(ctx, object);
  // The lock keeps what is referred to from being erased before this transaction ends.
  const rows = await ctx.db.prepared(
    `select t.id from ${tableOf(ctx, object)} t where t.id = any(${scope.params.add(ids, 'uuid[]')})` +
      ` and t.deleted_at is null and ${reachSql(scope, ctx.access.of(object.key)[verb])} for key share`,
    scope.params.values,
  );
  return new Set(rows.map(([id]) => String(id)));
}

/**
 * Uses of files that are neither the actor's own and waiting, each for one place only, nor of the record itself: what was
 * taken out of a field can be put back as long as it is kept.
 */
async function foreignFiles(
  ctx: Ctx,
  object: ModelObject,
  uses: readonly Use[],
  ids: readonly string[],
): Promise<Use[]> {
  const { actor } = ctx;
  const rows = await ctx.db.prepared(
    `select id, record_id from ${qualified(ctx.workspace.schema, 'file')}
     where id = any($1::uuid[]) and (
       (object is null and removed_at is null and ($2::uuid is null or created_by = $2::uuid))
       or (object = $3 and record_id = any($4::uuid[]) and (field is null or field <> all($5::text[])))
     ) order by id for update`,
    [
      ids,
      actor.kind === 'member' ? actor.id : null,
      object.key,
      [...new Set(uses.map(({ by }) => by))],
      [...ctx.access.of(object.key).hidden],
    ],
  );
  const belongsTo = new Map(rows.map(([id, by]) => [String(id), by]));
  return uses.filter(({ id, by }) => {
    const owner = belongsTo.get(id);
    if (owner === null) belongsTo.set(id, by);
    return owner !== null && owner !== by;
  });
}
