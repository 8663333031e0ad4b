import type { ValueError } from '#shared/errors.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from './find-object.ts';
import { references } from './references.ts';
import type { Change } from './rules.ts';
import { qualified } from './sql.ts';
import { sameValue } from './parse-values.ts';
import { reachSql } from './where.ts';

interface Use {
  field: ModelField;
  id: string;
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
  const byTarget = Map.groupBy(uses, ({ field }) => targetOf(field));
  for (const [target, found] of byTarget) {
    const ids = [...new Set(found.map((use) => use.id))];
    const known = await knownIds(ctx, target, ids);
    missing.push(...found.filter((use) => !known.has(use.id)));
  }
  return missing.map(({ path }): ValueError => ({ path, code: 'notFound' }));
}

function newUses(object: ModelObject, { before, after }: Change, prefix: string): Use[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const field = object.fields.get(key);
    const reference = field && references[field.kind];
    if (!field || !reference || field.key === 'id' || isAuthor(field)) return [];
    if (value === null || value === undefined) return [];
    if (before && sameValue(field, before[key], value)) return [];
    return [value].flat().map((id) => ({ field, id: String(id), path: `${prefix}${key}` }));
  });
}

/** Set by the engine from the actor. */
const isAuthor = (field: ModelField) => field.system && field.readOnly === true;

const targetOf = (field: ModelField): string =>
  field.kind === 'relation' || field.kind === 'relations'
    ? `record:${field.to}`
    : (references[field.kind]?.to ?? field.kind);

async function knownIds(ctx: Ctx, target: string, ids: readonly string[]): Promise<Set<string>> {
  if (target === 'member') {
    return new Set(ids.filter((id) => ctx.directory.members.get(id)?.active));
  }
  if (target === 'team') return new Set(ids.filter((id) => ctx.directory.teams.has(id)));
  if (target === 'file') return ownFiles(ctx, ids);
  const object = ctx.model.objects.get(target.replace('record:', ''));
  if (!object) return new Set();
  const scope = scopeOf(ctx, object);
  // The lock keeps what is referred to from being erased before this transaction ends.
  const rows = await ctx.db.prepared(
    `select t.id from ${tableOf(ctx, object)} t where t.id = any(${scope.params.add(ids, 'uuid[]')})` +
      ` and t.deleted_at is null and ${reachSql(scope, ctx.access.of(object.key).read)} for key share`,
    scope.params.values,
  );
  return new Set(rows.map(([id]) => String(id)));
}

/** Files that were uploaded by the actor and belong to no record yet; those of the record itself are no new use. */
async function ownFiles(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db.prepared(
    `select id from ${qualified(ctx.workspace.schema, 'file')}
     where id = any($1::uuid[]) and removed_at is null and object is null and ($2::uuid is null or created_by = $2::uuid)
     for update`,
    [ids, ctx.actor.kind === 'member' ? ctx.actor.id : null],
  );
  return new Set(rows.map(([id]) => String(id)));
}
