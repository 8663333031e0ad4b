import { AppError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db.ts';
import { longQuery } from '../long-query.ts';
import { qualified } from '../records/sql.ts';

/** A place in the outbox: transactions in their order, rows of one transaction in theirs. */
export interface Position {
  transaction: string;
  id: number;
}

export interface OutboxEvent extends Position {
  kind: string;
  object: string;
  recordId: string;
  version: number;
  at: string;
  actorId: string | null;
  /** Names of the fields that changed. */
  fields: readonly string[];
}

export const mostRead = 500;
/** A stream that was away for longer loads everything anew. */
export const keptHours = 24;

/** Says when, too: whoever comes back later than events are kept has missed some. */
export const cursorOf = ({ transaction, id }: Position, at = Date.now()): string =>
  `${transaction}.${id}.${Math.floor(at / 1000)}`;

/**
 * Events behind a position whose transactions, and all that began before them, have ended: what is not yet there can
 * only come later, so that a slow transaction is neither missed nor out of order.
 */
export async function readOutbox(
  db: Db,
  schema: string,
  after: Position,
  upTo?: Position,
): Promise<OutboxEvent[]> {
  const rows = await db.prepared(
    `select o.transaction::text, o.id, o.kind, o.object, o.record_id, o.version, o.at, o.actor_id, o.fields
     from ${qualified(schema, 'outbox')} o
     where (o.transaction, o.id) > ($1::xid8, $2::bigint)
       and o.transaction < pg_snapshot_xmin(pg_current_snapshot())
       and ($3::xid8 is null or (o.transaction, o.id) <= ($3::xid8, $4::bigint))
     order by o.transaction, o.id limit ${mostRead}`,
    [after.transaction, after.id, upTo?.transaction ?? null, upTo?.id ?? null],
  );
  return rows.map(([transaction, id, kind, object, recordId, version, at, actorId, fields]) => ({
    transaction: String(transaction),
    id: Number(id),
    kind: String(kind),
    object: String(object),
    recordId: String(recordId),
    version: Number(version),
    at: String(at),
    actorId: typeof actorId === 'string' ? actorId : null,
    fields: Array.isArray(fields) ? fields.map(String) : [],
  }));
}

/** Where events begin that are not there yet. */
export async function endOfOutbox(db: Db): Promise<Position> {
  const [row] = await db.prepared('select pg_snapshot_xmin(pg_current_snapshot())::text', []);
  return { transaction: String(row?.[0]), id: 0 };
}

/**
 * Reads the position a stream stopped at; gone when what followed it is not kept any more, or when the database was
 * replaced by a younger one, as a restored backup does.
 */
export async function readCursor(db: Db, cursor: string): Promise<Position> {
  const [, transaction, id, seconds] = /^(\d{1,18})\.(\d{1,15})\.(\d{1,11})$/.exec(cursor) ?? [];
  if (transaction === undefined || id === undefined) throw new AppError('gone');
  const rows = await db.prepared(
    `select 1 where $1::xid8 <= pg_snapshot_xmax(pg_current_snapshot())
       and to_timestamp($2::float8) > now() - make_interval(hours => ${keptHours})`,
    [transaction, Number(seconds)],
  );
  if (rows.length === 0) throw new AppError('gone');
  return { transaction, id: Number(id) };
}

/** Events wait this long for a reader of the database's own that has not come so far. */
const mostKeptDays = 7;

/** Removes what no stream can ask for any more and every job has read; for the nightly job. */
export async function forgetOldEvents(ctx: Ctx): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  await longQuery(
    ctx,
    `delete from ${table('outbox')} o where o.at < now() - make_interval(hours => ${keptHours + 1})
       and (o.at < now() - make_interval(days => ${mostKeptDays}) or not exists (
         select from ${table('outbox_reader')} r where (r.transaction, r.event) < (o.transaction, o.id)))`,
  );
}
