import { invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { get } from '../records/get.ts';
import { presentChanges } from './present-changes.ts';

export interface HistoryEntry {
  id: number;
  at: string;
  version: number;
  action: string;
  actor: { id: string; title: string | null } | null;
  /** Why the system did it, or through which API key a member did. */
  reason: string | null;
  /** Per field: [before, after], as the API shows values. */
  changes: Record<string, [unknown, unknown]>;
}

const defaultLimit = 50;

/** What happened to a record, newest first; fields hidden from the actor are left out. */
export async function listHistory(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  { cursor, limit = defaultLimit }: { cursor?: string; limit?: number } = {},
): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
  const object = ctx.model.objects.get(objectKey);
  if (!object) throw notFound();
  // Who may not see the record may not see what was done to it.
  await get(ctx, objectKey, recordId);
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) {
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  }
  let query = ctx.tables
    .selectFrom('history')
    .select(['id', 'at', 'version', 'action', 'actor_id', 'reason', 'changes'])
    .where('object', '=', objectKey)
    .where('record_id', '=', recordId)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where('id', '<', Number(cursor));
  const rows = await query.execute();
  const shown = rows.slice(0, limit);
  const changes = await presentChanges(
    ctx,
    object,
    shown.map((row) => row.changes),
  );
  return {
    items: shown.map((row, i): HistoryEntry => ({
      id: row.id,
      at: row.at,
      version: row.version,
      action: row.action,
      actor:
        row.actor_id === null
          ? null
          : { id: row.actor_id, title: ctx.directory.members.get(row.actor_id)?.name ?? null },
      reason: row.reason,
      changes: changes[i] ?? {},
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}
