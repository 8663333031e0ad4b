import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { WorkspaceTables } from './schema/system-tables.ts';
import type { Ctx } from './context.ts';
import { createDb, type Db } from './db.ts';

/**
 * Runs `work` in one transaction at READ COMMITTED; joins the outer one when there is one.
 * Effects registered with `afterCommit` run once it is committed, and never when it is not. `present` then reads what
 * the answer needs on the same connection, when the locks are free already.
 */
export function withTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T>;
export function withTransaction<T, R>(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<T>,
  present: (ctx: Ctx, done: T) => Promise<R>,
): Promise<R>;
export async function withTransaction<T>(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<T>,
  present: (ctx: Ctx, done: T) => Promise<unknown> = async (_ctx, done) => done,
): Promise<unknown> {
  if (ctx.db.client) return present(ctx, await work(ctx));
  const effects: (() => void)[] = [];
  const client = await ctx.db.pool.connect();
  let broken: Error | undefined;
  let committed = false;
  try {
    await client.query('begin');
    const db = createDb(ctx.db.pool, client, ctx.db.queue);
    const inside = withDb(ctx, db, (effect) => effects.push(effect));
    const result = await work(inside);
    const { command } = await client.query('commit');
    // What PostgreSQL answers to the commit of a transaction in which a statement failed and somebody went on.
    if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
    committed = true;
    for (const effect of effects) runEffect(ctx, effect);
    return await present(inside, result);
  } catch (error) {
    // A connection that cannot even roll back is not given to anyone else.
    if (!committed)
      await client.query('rollback').catch((reason: unknown) => {
        broken = reason instanceof Error ? reason : new Error(String(reason));
      });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** What is committed stands, whatever becomes of an effect. */
function runEffect(ctx: Ctx, effect: () => void): void {
  try {
    effect();
  } catch (error) {
    ctx.log.error({ err: error }, 'an effect after a commit failed');
  }
}

/** The same context on another connection; `tables` is made when first asked for. */
export function withDb(
  ctx: Omit<Ctx, 'db' | 'tables' | 'afterCommit'>,
  db: Db,
  afterCommit: (effect: () => void) => void,
): Ctx {
  let tables: Kysely<WorkspaceTables> | undefined;
  return {
    ...ctx,
    db,
    afterCommit,
    get tables() {
      tables ??= kyselyOn(db).withSchema(ctx.workspace.schema);
      return tables;
    },
  };
}

export function kyselyOn(db: Db): Kysely<WorkspaceTables> {
  const pool = db.client ? poolOfOne(db.client) : db.pool;
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** Lets Kysely use a connection it does not own. */
const poolOfOne = (client: PoolClient): Pick<Pool, 'connect' | 'end' | 'options'> => ({
  connect: async () => new Proxy(client, { get: borrowed }),
  end: async () => {},
  options: {} as Pool['options'],
});

function borrowed(client: PoolClient, property: string | symbol): unknown {
  if (property === 'release') return () => {};
  const value: unknown = Reflect.get(client, property);
  return typeof value === 'function' ? value.bind(client) : value;
}
