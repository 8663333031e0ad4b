import type { Pool, PoolClient } from 'pg';
import { createHash } from 'node:crypto';

export type Cells = readonly unknown[];

/**
 * What runs SQL: the pool outside a transaction, its connection inside one.
 * Rows come as arrays: the caller knows the columns it asked for.
 */
export interface Db {
  /** Runs as a named prepared statement: for texts that are the same many times. */
  prepared(text: string, values: readonly unknown[]): Promise<readonly Cells[]>;
  /** Planned anew with these values: for searches, where the best plan depends on them. */
  query(text: string, values: readonly unknown[]): Promise<readonly Cells[]>;
  /** The connection of the transaction; undefined outside one. */
  readonly client: PoolClient | undefined;
  readonly pool: Pool;
  /** Where jobs are put after the commit, when these connections have no part in the queue. */
  readonly queue: Pool | undefined;
}

export function createDb(pool: Pool, client?: PoolClient, queue?: Pool): Db {
  const runner = client ?? pool;
  return {
    pool,
    client,
    queue,
    async prepared(text, values) {
      const name = statementName(text);
      const query = { text, values: [...values], rowMode: 'array' as const };
      const { rows } = await runner.query<unknown[]>(name ? { ...query, name } : query);
      return rows;
    },
    async query(text, values) {
      const { rows } = await runner.query<unknown[]>({
        text,
        values: [...values],
        rowMode: 'array',
      });
      return rows;
    },
  };
}

/**
 * Names are never given back, so a flood of different texts must not fill every connection with statements: a text gets
 * one when it has come often enough to be worth it.
 */
const mostStatements = 1000;
const worthIt = 5;
const mostCounted = 5000;
const names = new Map<string, string>();
const seen = new Map<string, number>();

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= mostStatements) return undefined;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < worthIt) {
    if (seen.size >= mostCounted) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const name = `d_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
