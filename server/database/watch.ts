import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { reasonOf } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import type { Database } from './database.ts';
import { clientConfig } from './pool.ts';
import type { SignIn } from './pool.ts';

export interface Watch {
  listen: Database['listen'];
  close(): Promise<void>;
}

interface Listener {
  channel: string;
  handler: (payload: string) => void;
  afterGap: (() => void) | undefined;
}

/**
 * One connection that is always open: it hears notifications, tells other processes that this one
 * is there, and its end is the first sign that the database died.
 */
export async function openWatch(options: {
  signIn: SignIn;
  applicationName: string;
  /** Brings the database back, or returns at once when that is somebody else's task. */
  revive: (signal: AbortSignal) => Promise<void>;
  log: Log;
}): Promise<Watch> {
  const { log } = options;
  const listeners = new Set<Listener>();
  let client: pg.Client | undefined;
  const closing = new AbortController();
  let comingBack: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client(clientConfig(options.signIn, options.applicationName));
    next.on('error', () => {
      next.end().catch(() => undefined);
    });
    try {
      await next.connect();
      next.on('notification', ({ channel, payload }) => {
        for (const each of listeners) if (each.channel === channel) each.handler(payload ?? '');
      });
      for (const channel of new Set([...listeners].map((each) => each.channel)))
        await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    next.once('end', () => {
      if (client !== next) return;
      client = undefined;
      if (!closing.signal.aborted)
        comingBack ??= comeBack().finally(() => (comingBack = undefined));
    });
  }

  async function comeBack(): Promise<void> {
    log.warn({}, 'the database connection was lost');
    for (let pause = 50; !closing.signal.aborted; pause = Math.min(pause * 2, 2_000)) {
      try {
        await options.revive(closing.signal);
        await connect();
        log.info({}, 'the database connection is back');
        for (const each of listeners) each.afterGap?.();
        return;
      } catch (error) {
        if (error instanceof StartError) {
          log.error({}, error.message);
          return;
        }
        log.debug({ reason: reasonOf(error) }, 'the database does not answer yet');
        await sleep(pause);
      }
    }
  }

  await connect();

  return {
    async listen(channel, handler, afterGap) {
      const listener: Listener = { channel, handler, afterGap };
      listeners.add(listener);
      // While the connection is away, coming back listens to every channel that is in the set.
      await client?.query(`LISTEN ${pg.escapeIdentifier(channel)}`).catch(ignoreWhenLost);
      return async () => {
        listeners.delete(listener);
        if ([...listeners].some((each) => each.channel === channel)) return;
        await client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(ignoreWhenLost);
      };
    },
    async close() {
      closing.abort();
      await comingBack;
      await client?.end();
    },
  };
}

function ignoreWhenLost(error: unknown): void {
  // A database error has an SQLSTATE and is a mistake of ours; anything else is the lost connection.
  if (error instanceof pg.DatabaseError && !error.code?.startsWith('57P')) throw error;
}
