import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { wakeReaders } from '../realtime/wake.ts';
import { qualified } from '../records/sql.ts';

/** Something that happened around a record and not to its fields. */
export interface JournalEntry {
  recordId: string;
  version: number;
  action: 'share' | 'unshare' | 'attach' | 'detach' | 'erase';
  /** Names with a `$` are no fields: `$share`, `$file`. */
  changes: Record<string, [unknown, unknown]>;
}

/** History and outbox of what changed without a row of the object being written. */
export async function writeJournal(
  ctx: Ctx,
  object: ModelObject,
  entries: readonly JournalEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const { actor } = ctx;
  const rows = entries.map(({ recordId, version, action, changes }) => ({
    record_id: recordId,
    version,
    action,
    changes,
  }));
  await ctx.db.prepared(
    `with j as materialized (
       select * from jsonb_to_recordset($1::jsonb) as j(record_id uuid, version int, action text, changes jsonb)
     ), h as (
       insert into ${qualified(ctx.workspace.schema, 'history')}
         (object, record_id, version, at, actor_id, reason, action, changes)
       select $2::text, record_id, version, $3::timestamptz, $4::uuid, $5::text, action, changes from j
     )
     insert into ${qualified(ctx.workspace.schema, 'outbox')} (at, kind, object, record_id, version, actor_id)
     select $3::timestamptz, 'record.' || action, $2::text, record_id, version, $4::uuid from j`,
    [
      JSON.stringify(rows),
      object.key,
      ctx.now.toISOString(),
      actor.kind === 'member' ? actor.id : null,
      actor.kind === 'system'
        ? actor.reason
        : (actor.apiKeyId && `apiKey:${actor.apiKeyId}`) || null,
    ],
  );
  wakeReaders(ctx);
}
