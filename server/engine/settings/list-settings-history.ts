import { invalid } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { HistoryEntry } from '../history/list-history.ts';
import { requireAdministrator } from './require-administrator.ts';

export interface SettingsHistoryEntry extends HistoryEntry {
  /** The object or the field that was changed. */
  setting: { id: string; object: string; field: string | null };
}

/** Who changed objects and fields, newest first. */
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
    ])
    .where('history.object', 'in', ['setting.object', 'setting.field'])
    .where('history.id', '<', before)
    .orderBy('history.id', 'desc')
    .limit(limit + 1)
    .execute();
  return {
    items: rows.slice(0, limit).map((row): SettingsHistoryEntry => ({
      id: row.id,
      at: row.at,
      version: row.version,
      action: row.action,
      actor:
        row.actor_id === null
          ? null
          : { id: row.actor_id, title: ctx.directory.members.get(row.actor_id)?.name ?? null },
      reason: row.reason,
      changes: row.changes,
      setting: {
        id: row.record_id,
        object: row.field_object ?? row.object_key ?? '',
        field: row.field_key,
      },
    })),
    nextCursor: rows.length > limit ? String(rows[limit - 1]?.id) : null,
  };
}
