import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import { readReminded } from './read-reminded.ts';
import { wantedReminders } from './wanted-reminders.ts';

/**
 * Makes the reminders of records fit what the records say now: those of one that was moved move with it, those of one
 * that was cancelled or removed go. What was over already when it was written is not reminded of. Runs inside a
 * transaction.
 */
export async function syncReminders(
  ctx: Ctx,
  object: ModelObject,
  /** When each was written last. */
  written: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = [...written.keys()];
  const table = qualified(ctx.workspace.schema, 'reminder');
  const records = await readReminded(ctx, object, ids);
  const wanted = [...records.values()]
    .flatMap((values) => wantedReminders(ctx, object, values))
    .filter(({ at, recordId }) => isLater(at, written.get(recordId)));
  await ctx.db.prepared(`delete from ${table} where object = $1 and record_id = any($2::uuid[])`, [
    object.key,
    ids,
  ]);
  if (wanted.length === 0) return;
  await ctx.db.prepared(
    `insert into ${table} (object, record_id, member_id, at, due, minutes, zone)
     select $1, record_id, member_id, at, due, minutes, zone
     from jsonb_to_recordset($2::jsonb) as r(record_id uuid, member_id uuid, at timestamptz, due timestamptz, minutes int, zone text)
     on conflict do nothing`,
    [
      object.key,
      JSON.stringify(
        wanted.map(({ recordId, member, ...rest }) => ({
          ...rest,
          record_id: recordId,
          member_id: member,
        })),
      ),
    ],
  );
}

const isLater = (at: string, than: string | undefined): boolean =>
  than !== undefined && Date.parse(at) > Date.parse(than);
