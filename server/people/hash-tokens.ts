import type { BetterAuthOptions, DBAdapter } from 'better-auth';
import { hashOf } from './secrets.ts';

type Adapter = DBAdapter<BetterAuthOptions>;
type TransactionAdapter = Omit<Adapter, 'transaction'>;
type Where = NonNullable<Parameters<Adapter['count']>[0]['where']>;

/**
 * The library stores a session's token as it is in the cookie. Between it and the database, this
 * puts the hash: a copy of the table opens no session.
 */
export function hashTokens(adapter: Adapter): Adapter {
  return {
    ...withHashes(adapter),
    transaction: (work) => adapter.transaction((inner) => work(withHashes(inner))),
  };
}

function withHashes<A extends TransactionAdapter>(adapter: A): A {
  return {
    ...adapter,
    create: async (query) => {
      if (query.model !== 'session') return adapter.create(query);
      const created = await adapter.create({ ...query, data: hashed(query.data) });
      return withToken(created, query.data['token']);
    },
    findOne: async (query) => {
      const found = await adapter.findOne<never>(hashedWhere(query));
      return withToken(found, askedToken(query));
    },
    update: async (query) => {
      if (query.model !== 'session') return adapter.update(query);
      const { update, ...rest } = query;
      const updated = await adapter.update<never>({ ...hashedWhere(rest), update: hashed(update) });
      return withToken(updated, update['token'] ?? askedToken(query));
    },
    consumeOne: async (query) => {
      const consumed = await adapter.consumeOne<never>(hashedWhere(query));
      return withToken(consumed, askedToken(query));
    },
    findMany: (query) => adapter.findMany(hashedWhere(query)),
    count: (query) => adapter.count(hashedWhere(query)),
    updateMany: (query) =>
      adapter.updateMany({
        ...hashedWhere(query),
        update: query.model === 'session' ? hashed(query.update) : query.update,
      }),
    delete: (query) => adapter.delete(hashedWhere(query)),
    deleteMany: (query) => adapter.deleteMany(hashedWhere(query)),
    incrementOne: (query) => adapter.incrementOne(hashedWhere(query)),
  };
}

function hashed<T extends Record<string, unknown>>(row: T): T {
  return typeof row['token'] === 'string' ? { ...row, token: hashOf(row['token']) } : row;
}

function hashedWhere<Q extends { model: string; where?: Where | undefined }>(query: Q): Q {
  if (query.model !== 'session' || !query.where) return query;
  return { ...query, where: query.where.map(hashedCondition) };
}

function hashedCondition(condition: Where[number]): Where[number] {
  const { field, value } = condition;
  if (field !== 'token') return condition;
  if (typeof value === 'string') return { ...condition, value: hashOf(value) };
  if (Array.isArray(value))
    return { ...condition, value: value.map((each) => hashOf(String(each))) };
  return condition;
}

const askedToken = ({ model, where }: { model: string; where?: Where | undefined }) =>
  model === 'session' ? where?.find(({ field }) => field === 'token')?.value : undefined;

/** The library goes on to put the token of the row into the cookie, so it gets the clear one back. */
function withToken<T>(row: T, token: unknown): T {
  return row !== null && typeof token === 'string' ? { ...row, token } : row;
}
