import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { everyone } from '#shared/page-layout.ts';
import type { Changes } from '../history/present-changes.ts';

/** What of the settings was changed: an object, its field, its layout for a role or `everyone`; '' for none of these. */
export interface Setting {
  id: string;
  object: string;
  field: string | null;
  layout: string | null;
}

/** Finds out, for lines of the history of settings, what they are about. */
export async function describeSettings(
  ctx: Ctx,
  lines: readonly { id: string; changes: Changes }[],
): Promise<{ setting: Setting; changes: Changes }[]> {
  if (lines.length === 0) return [];
  const ids = [...new Set(lines.map(({ id }) => id))];
  const known = await ctx.tables
    .selectFrom('custom_object')
    .select(['id', 'key as object', none('field'), none('layout')])
    .where('id', 'in', ids)
    .unionAll((from) =>
      from
        .selectFrom('custom_field')
        .select(['id', 'object', 'key as field', none('layout')])
        .where('id', 'in', ids),
    )
    .unionAll((from) =>
      from
        .selectFrom('object_setting')
        .select(['id', 'object', none('field'), none('layout')])
        .where('id', 'in', ids),
    )
    .unionAll((from) =>
      from
        .selectFrom('layout')
        .select([
          'id',
          'object',
          none('field'),
          sql<string | null>`coalesce(role_id::text, ${everyone})`.as('layout'),
        ])
        .where('id', 'in', ids),
    )
    .execute();
  const byId = new Map(known.map((setting) => [setting.id, setting]));
  return lines.map(({ id, changes }) => {
    const setting = byId.get(id) ?? { id, object: '', field: null, layout: null };
    const said = ofOneField(changes);
    return {
      setting: { ...setting, field: setting.field ?? said.field },
      changes: said.changes,
    };
  });
}

const none = <T extends string>(name: T) => sql<string | null>`null::text`.as(name);

/** What was said of a single declared field reads as a change of that field. */
function ofOneField(changes: Changes): { field: string | null; changes: Changes } {
  const parts = Object.entries(changes).map(([name, change]) => ({
    change,
    path: name.split('.'),
  }));
  const keys = new Set(
    parts.map(({ path: [first, key] }) => (first === 'fields' ? key : undefined)),
  );
  const [field] = keys;
  if (keys.size !== 1 || field === undefined) return { field: null, changes };
  return {
    field,
    changes: Object.fromEntries(parts.map(({ change, path }) => [path.slice(2).join('.'), change])),
  };
}
