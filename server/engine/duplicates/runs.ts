import { v7 as newId } from 'uuid';
import { notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { isId } from '../records/get.ts';
import { qualified } from '../records/sql.ts';

/** A scan or a merge of many groups, as its progress is told. */
export interface Run {
  id: string;
  object: string;
  kind: 'scan' | 'merge';
  state: 'waiting' | 'running' | 'done' | 'failed';
  done: number;
  total: number | null;
  /** Counts that came of it; of a scan also keys that too many records share. */
  outcome: Record<string, unknown>;
  createdAt: string;
  endedAt: string | null;
}

export async function startRun(
  ctx: Ctx,
  run: Pick<Run, 'object' | 'kind'>,
  outcome: Record<string, unknown> = {},
): Promise<string> {
  const id = newId();
  await ctx.tables
    .insertInto('duplicate_run')
    .values({
      ...run,
      id,
      state: 'waiting',
      outcome: JSON.stringify(outcome) as unknown as Record<string, unknown>,
      asked_by: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    })
    .execute();
  return id;
}

/**
 * The actor's own run of a kind that nothing has begun with yet. Whoever asks once more, at the same time too, gets that
 * one; call it inside the transaction that starts another otherwise.
 */
export async function findWaitingRun(
  ctx: Ctx,
  { object, kind }: Pick<Run, 'object' | 'kind'>,
): Promise<string | undefined> {
  const askedBy = ctx.actor.kind === 'member' ? ctx.actor.id : null;
  await ctx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${ctx.workspace.schema}.duplicate_run.${kind}.${object}.${askedBy ?? ''}`,
  ]);
  const row = await ctx.tables
    .selectFrom('duplicate_run')
    .select('id')
    .where('object', '=', object)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .where('asked_by', askedBy === null ? 'is' : '=', askedBy)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.id;
}

const keptDays = 30;

/** Runs that nobody asks for any more; the last scan of each object stays, for the next one starts from it. */
export async function forgetOldRuns(ctx: Ctx): Promise<void> {
  const table = qualified(ctx.workspace.schema, 'duplicate_run');
  await ctx.db.query(
    `delete from ${table} where created_at < $1::timestamptz - make_interval(days => ${keptDays})
       and id not in (select distinct on (object) id from ${table}
         where kind = 'scan' and state = 'done' order by object, created_at desc)`,
    [ctx.now.toISOString()],
  );
}

export async function updateRun(
  ctx: Ctx,
  id: string,
  change: Partial<Pick<Run, 'state' | 'done' | 'total' | 'outcome'>>,
): Promise<void> {
  const { outcome, ...rest } = change;
  const ended = change.state === 'done' || change.state === 'failed';
  await ctx.tables
    .updateTable('duplicate_run')
    .set({
      ...rest,
      // Kysely types a jsonb column by its value; the driver wants its text.
      ...(outcome && { outcome: JSON.stringify(outcome) as unknown as Record<string, unknown> }),
      ...(change.state && { ended_at: ended ? new Date().toISOString() : null }),
    })
    .where('id', '=', id)
    .execute();
}

/** The newest scan of an object that came to its end. */
export const lastScan = (ctx: Ctx, object: string) =>
  ctx.tables
    .selectFrom('duplicate_run')
    .select(['created_at', 'ended_at', 'outcome'])
    .where('object', '=', object)
    .where('kind', '=', 'scan')
    .where('state', '=', 'done')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** One's own run; an administrator sees them all. */
export async function getRun(ctx: Ctx, id: string): Promise<Run> {
  if (!isId(id)) throw notFound();
  const row = await ctx.tables
    .selectFrom('duplicate_run')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  const own = ctx.actor.kind === 'member' && row?.asked_by === ctx.actor.id;
  if (!row || !(own || ctx.access.administrator)) throw notFound();
  return {
    id: row.id,
    object: row.object,
    kind: row.kind === 'scan' ? 'scan' : 'merge',
    // Written by this file only.
    state: row.state as Run['state'],
    done: row.done,
    total: row.total,
    outcome: ctx.access.administrator ? row.outcome : withoutKeys(row.outcome),
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}

/** Shared keys are values of records that the actor may not see. */
const withoutKeys = (outcome: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(outcome).filter(([name]) => !kept.has(name)));
const kept = new Set(['weak', 'rules']);
