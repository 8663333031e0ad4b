import { invalid } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { HistoryEntry } from '../history/list-history.ts';
import { everyone } from '../model/build-model.ts';
import { requireAdministrator } from './require-administrator.ts';

export interface SettingsHistoryEntry extends HistoryEntry {
  /** The object, its field, or its layout for a role or `everyone` that was changed. */
  setting: { id: string; object: string; field: string | null; layout: string | null };
}

/** Who changed objects, fields and layouts, newest first. */
export async function listSettingsHistory(
  ctx: Ctx,
  { cursor, limit = 50 }: { cursor?: string; limit?: number } = {},
): Promise<{ items: SettingsHistoryEntry[]; nextCursor: string | null }> {
  requireAdministrator(ctx);
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor);
  const rows = await ctx.tables
    .selectFrom('history')
    .leftJoin('custom_object', 'custom_object.id', 'history.record_id')
    .leftJoin('custom_field', 'custom_field.id', 'history.record_id')
    .leftJoin('object_setting', 'object_setting.id', 'history.record_id')
    .leftJoin('layout', 'layout.id', 'history.record_id')
    .select([
      'history.id',
      'history.at',
      'history.version',
      'history.action',
      'history.actor_id',
      'history.reason',
      'history.changes',
      'history.record_id',
      'custom_object.key as object_key',
      'custom_field.object as field_object',
      'custom_field.key as field_key',
      'object_setting.object as declared_key',
      'layout.object as layout_object',
      'layout.role_id',
    ])
    .where('history.object', 'in', ['setting.object', 'setting.field', 'setting.layout'])
    .where('history.id', '<', before)
    .orderBy('history.id', 'desc')
    .limit(limit + 1)
    .execute();
  return {
    items: rows.slice(0, limit).map((row): SettingsHistoryEntry => {
      const { field, changes } = ofOneField(row.changes);
      return {
        id: row.id,
        at: row.at,
        version: row.version,
        action: row.action,
        actor:
          row.actor_id === null
            ? null
            : { id: row.actor_id, title: ctx.directory.members.get(row.actor_id)?.name ?? null },
        reason: row.reason,
        changes,
        setting: {
          id: row.record_id,
          object: row.field_object ?? row.object_key ?? row.declared_key ?? row.layout_object ?? '',
          field: row.field_key ?? field,
          layout: row.layout_object === null ? null : (row.role_id ?? everyone),
        },
      };
    }),
    nextCursor: rows.length > limit ? String(rows[limit - 1]?.id) : null,
  };
}

type Changes = HistoryEntry['changes'];

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
