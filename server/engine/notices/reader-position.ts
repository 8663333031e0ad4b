import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { endOfOutbox, readOutbox, type OutboxEvent, type Position } from '../realtime/outbox.ts';
import { qualified } from '../records/sql.ts';

/** Who reads the outbox here; its position is kept in the database. */
const reader = 'notices';

export interface Reading {
  events: OutboxEvent[];
  /** The position does not fit this database, as after a restored backup: what happened since is not known. */
  lost: boolean;
}

/**
 * The next events, and in the same transaction the position behind them: an event is read once by all processes together,
 * and again when the transaction fails. Undefined when another process is at it.
 */
export async function readNext(ctx: Ctx): Promise<Reading | undefined> {
  const { schema } = ctx.workspace;
  const table = qualified(schema, 'outbox_reader');
  await ctx.db.prepared(
    `insert into ${table} (name, transaction, event) values ($1, '0', 0) on conflict do nothing`,
    [reader],
  );
  const [row] = await ctx.db.prepared(
    `select r.transaction::text, r.event, r.transaction <= pg_snapshot_xmax(pg_current_snapshot())
     from ${table} r where r.name = $1 for update skip locked`,
    [reader],
  );
  if (!row) return undefined;
  const [transaction, event, fits] = row;
  if (fits !== true) {
    await moveTo(ctx, await endOfOutbox(ctx.db));
    return { events: [], lost: true };
  }
  const from = { transaction: String(transaction), id: Number(event) };
  const events = await readOutbox(ctx.db, schema, from);
  const last = events.at(-1);
  if (last) await moveTo(ctx, last);
  return { events, lost: false };
}

async function moveTo(ctx: Ctx, { transaction, id }: Position): Promise<void> {
  await ctx.tables
    .updateTable('outbox_reader')
    .set({ transaction, event: id, at: sql`now()` })
    .where('name', '=', reader)
    .execute();
}
