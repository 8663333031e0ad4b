import type { Pool } from 'pg';
import type { Ctx } from '../context.ts';

/** Says which workspaces have new events; the readers then look for themselves. */
export const changesChannel = 'duyen_changes';
const pauseMs = 50;

interface Pending {
  workspaces: Set<string>;
  timer: NodeJS.Timeout;
}

const pendingOf = new WeakMap<Pool, Pending>();

/**
 * Wakes the readers of the outbox once the change is committed, at most every 50 ms per process: a notification inside
 * each transaction would make commits wait for one another. A lost one costs the readers two seconds, nothing else.
 */
export function wakeReaders(ctx: Ctx): void {
  const { pool } = ctx.db;
  const { id } = ctx.workspace;
  ctx.afterCommit(() => {
    const pending = pendingOf.get(pool);
    if (pending) {
      pending.workspaces.add(id);
      return;
    }
    const timer = setTimeout(() => send(pool), pauseMs);
    timer.unref();
    pendingOf.set(pool, { workspaces: new Set([id]), timer });
  });
}

function send(pool: Pool): void {
  const pending = pendingOf.get(pool);
  pendingOf.delete(pool);
  if (!pending) return;
  pool
    .query('select pg_notify($1, id) from unnest($2::text[]) id', [
      changesChannel,
      [...pending.workspaces],
    ])
    // Readers look by themselves every two seconds.
    .catch(() => undefined);
}
