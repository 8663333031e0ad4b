import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { reasonOf } from '../../data-folder.ts';
import type { Log } from '../../log.ts';
import { StartError } from '../../start-error.ts';
import { connectDatabase } from '../connect-database.ts';
import type { Database } from '../database.ts';
import { clientConfig } from '../pool.ts';
import { ensureRunning } from './ensure-running.ts';
import type { Tenancy } from './ensure-running.ts';
import { removeSocketFolder, signInAs } from './instance.ts';
import type { Instance } from './instance.ts';
import { tryLease } from './lease.ts';
import { livePostmaster, stopPostmaster } from './postmaster.ts';

const restartLimit = 5;
const restartWindowMs = 10 * 60_000;

export async function openEmbedded(
  dataDir: string,
  log: Log,
  options: { durable?: boolean } = {},
): Promise<Database> {
  const tenancy: Tenancy = { dataDir, log, durable: options.durable !== false, lease: undefined };
  const applicationName = `duyen ${process.pid} ${randomBytes(4).toString('hex')}`;
  try {
    const { instance, database } = await connect(tenancy, applicationName);
    return {
      ...database,
      async close() {
        await database.close();
        await leave(tenancy, instance, applicationName);
      },
    };
  } catch (error) {
    tenancy.lease?.release();
    throw error;
  }
}

/** A database that answered a moment ago may be stopping: the last process was just leaving. */
async function connect(tenancy: Tenancy, applicationName: string) {
  const { log } = tenancy;
  for (let triesLeft = 5; ; triesLeft -= 1) {
    const { instance, adopted } = await ensureRunning(tenancy);
    try {
      const database = await connectDatabase({
        app: signInAs(instance, 'app'),
        owner: signInAs(instance, 'owner'),
        applicationName,
        embedded: true,
        revive: revival(tenancy),
        log,
      });
      log.info({ adopted, folder: instance.cluster }, 'the database runs');
      return { instance, database };
    } catch (error) {
      if (triesLeft === 0) throw error;
      log.debug({ reason: reasonOf(error) }, 'the database stopped while it was opened');
    }
  }
}

/** Starts a database that died, but not for ever: one that keeps dying needs a person. */
function revival(tenancy: Tenancy): (signal: AbortSignal) => Promise<void> {
  let restarts: number[] = [];
  return async (signal) => {
    await ensureRunning(tenancy, {
      signal,
      beforeStart() {
        const now = performance.now();
        restarts = restarts.filter((at) => now - at < restartWindowMs);
        if (restarts.length >= restartLimit)
          throw new StartError(
            `the database died ${restartLimit + 1} times within 10 minutes and is not started again; ` +
              `see its log below ${tenancy.dataDir} and start Duyên anew`,
          );
        restarts.push(now);
        tenancy.log.warn({ restarts: restarts.length }, 'starting the database again');
      },
    });
  };
}

/** The last process stops the server, whether it started or adopted it. */
async function leave(tenancy: Tenancy, instance: Instance, applicationName: string): Promise<void> {
  tenancy.lease ??= tryLease(tenancy.dataDir);
  if (!tenancy.lease) return;
  try {
    const pid = await livePostmaster(instance.cluster);
    if (pid === undefined || (await othersConnected(instance, applicationName))) return;
    await stopPostmaster(instance.cluster, pid);
    await removeSocketFolder(instance);
  } finally {
    tenancy.lease.release();
  }
}

async function othersConnected(instance: Instance, applicationName: string): Promise<boolean> {
  const client = new pg.Client(
    clientConfig(signInAs(instance, 'superuser', 'postgres'), applicationName),
  );
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity
        WHERE application_name LIKE 'duyen %' AND application_name <> $1 LIMIT 1`,
      [applicationName],
    );
    return rowCount === 1;
  } catch {
    // A server that does not even answer this serves nobody.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
