import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Core } from './core-tables.ts';
import type { Found, Identity } from './identity.ts';

const channel = 'duyen_identity';
const keptMs = 5_000;
const mostKept = 10_000;

/** What ended: everything of the person, or one session, key or membership. */
export type Ended =
  | { userId: string }
  | { sessionId: string }
  | { apiKeyId: string }
  | { memberId: string };

export interface IdentityCache {
  /** Asks `load` when nothing is kept; what it finds is kept for five seconds at most. */
  find(key: string, load: () => Promise<Found>): Promise<Identity | undefined>;
  drop(ended: Ended): void;
  /** Calls when something of this identity ended, or notifications may have been missed. */
  watch(identity: Identity, ended: () => void): () => void;
  close(): Promise<void>;
}

/** Checked sessions and keys, so that a busy member costs no query; dropped when another process says so. */
export async function createIdentityCache(database: Database): Promise<IdentityCache> {
  const kept = new Map<string, { identity: Identity; until: number }>();
  const watchers = new Set<{ identity: Identity; ended: () => void }>();
  // A lookup that began before something ended must not be kept after it.
  let generation = 0;

  function drop(ended: Ended): void {
    generation += 1;
    for (const [key, { identity }] of kept) if (concerns(ended, identity)) kept.delete(key);
    for (const watcher of watchers) if (concerns(ended, watcher.identity)) watcher.ended();
  }

  function clear(): void {
    generation += 1;
    kept.clear();
    for (const watcher of watchers) watcher.ended();
  }

  const unlisten = await database.listen(
    channel,
    (payload) => {
      const ended = readEnded(payload);
      if (ended) drop(ended);
      else clear();
    },
    clear,
  );

  return {
    async find(key, load) {
      const known = kept.get(key);
      if (known && known.until > Date.now()) return known.identity;
      const before = generation;
      const found = await load();
      kept.delete(key);
      if (!found) return undefined;
      if (before === generation) {
        // The first of a Map is the one kept longest.
        const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
        if (oldest !== undefined) kept.delete(oldest);
        kept.set(key, {
          identity: found.identity,
          until: Math.min(found.until, Date.now() + keptMs),
        });
      }
      return found.identity;
    },
    drop,
    watch(identity, ended) {
      const watcher = { identity, ended };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    close: unlisten,
  };
}

const concerns = (ended: Ended, identity: Identity) =>
  ('userId' in ended && ended.userId === identity.userId) ||
  ('sessionId' in ended && ended.sessionId === identity.sessionId) ||
  ('apiKeyId' in ended && ended.apiKeyId === identity.apiKeyId) ||
  ('memberId' in ended && ended.memberId === identity.memberId);

/** Inside the transaction that ends it: every process hears of it with the commit. */
export async function announceEnded(core: Core, ended: Ended): Promise<void> {
  const [kind = '', id = ''] = Object.entries(ended)[0] ?? [];
  await sql`select pg_notify(${channel}, ${`${kind} ${id}`})`.execute(core);
}

function readEnded(payload: string): Ended | undefined {
  const [kind, id = ''] = payload.split(' ');
  if (kind === 'userId') return { userId: id };
  if (kind === 'sessionId') return { sessionId: id };
  if (kind === 'apiKeyId') return { apiKeyId: id };
  if (kind === 'memberId') return { memberId: id };
  return undefined;
}
