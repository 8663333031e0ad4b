import type { Model, ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { wakeReaders } from '../../realtime/wake.ts';
import { tableOf } from '../find-object.ts';
import { recordsOf, references } from '../references.ts';
import { columnName, literal, qualified, quote } from '../sql.ts';

/** A field by which records of an object point to others. */
export interface Link {
  object: ModelObject;
  field: ModelField;
  many: boolean;
  /** What PostgreSQL keeps of one that it points to. */
  type: 'uuid' | 'text';
  /** SQL of what it keeps of the record, or the records, whose id or ids a parameter has. */
  one: (parameter: string) => string;
  all: (parameter: string) => string;
}

/** Every field, of every object, that points to records of this one, and every one that may point to any. */
export const linksTo = (model: Model, objectKey: string): Link[] =>
  [...model.objects.values()].flatMap((object) =>
    [...object.fields.values()].flatMap((field) => {
      const form = field.system ? undefined : formOf(model, field, objectKey);
      return form ? [{ object, field, many: references[field.kind]?.many === true, ...form }] : [];
    }),
  );

function formOf(model: Model, field: ModelField, objectKey: string) {
  if (recordsOf(model, field)?.key === objectKey) return ids;
  return references[field.kind]?.to === 'link' ? pairsOf(objectKey) : undefined;
}

const ids: Pick<Link, 'type' | 'one' | 'all'> = {
  type: 'uuid',
  one: (parameter) => `${parameter}::uuid`,
  all: (parameter) => `${parameter}::uuid[]`,
};

/** As shared/record-link.ts writes them. */
const pairsOf = (objectKey: string): typeof ids => ({
  type: 'text',
  one: (parameter) => `(${literal(`${objectKey}:`)} || ${parameter}::uuid)`,
  all: (parameter) =>
    `array(select ${literal(`${objectKey}:`)} || p.id from unnest(${parameter}::uuid[]) p(id))`,
});

export const linkName = ({ object, field }: Link): string => `${object.key}.${field.key}`;

/** A merge's or undoing's statement: which rows change, to what, and what is kept of them. */
export interface Rewrite {
  link: Link;
  /** Rows to change: `id`, `was` (the field before) and `becomes`, locked in the order of ids. */
  target: string;
  /** A further statement over `moved`. */
  keep?: string;
  reason: string;
  values: readonly unknown[];
}

/**
 * Points records elsewhere in one statement, however many they are, each with its line in the history and its event. It is
 * the system that does it, for among them may be records that whoever merges may not see. Gives their number.
 */
export async function rewriteLinks(
  ctx: Ctx,
  { link, target, keep, reason, values }: Rewrite,
): Promise<number> {
  const { object, field } = link;
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const at = `${literal(ctx.now.toISOString())}::timestamptz`;
  const [row] = await ctx.db.query(
    `with target as materialized (${target}), moved as (
  update ${tableOf(ctx, object)} t set ${quote(columnName(field, ''))} = target.becomes,
    version = t.version + 1, updated_at = ${at}, updated_by = null
  from target where t.id = target.id
  returning t.id, t.version, target.was, target.becomes
), h as (
  insert into ${table('history')} (object, record_id, version, at, reason, action, changes)
  select ${literal(object.key)}, id, version, ${at}, ${literal(reason)}, 'update',
    jsonb_build_object(${literal(field.key)}, jsonb_build_array(was, becomes)) from moved
), o as (
  insert into ${table('outbox')} (at, kind, object, record_id, version, fields)
  select ${at}, 'record.update', ${literal(object.key)}, id, version, array[${literal(field.key)}] from moved
)${keep ? `, kept as (${keep})` : ''}
select count(*) from moved`,
    values,
  );
  const moved = Number(row?.[0] ?? 0);
  if (moved > 0) wakeReaders(ctx);
  return moved;
}
