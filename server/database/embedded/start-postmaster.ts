import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readIfPresent, reasonOf } from '../../data-folder.ts';
import { StartError } from '../../start-error.ts';
import { clientConfig } from '../pool.ts';
import { oneLine } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { listenAt, prepareSocketFolder, signInAs } from './instance.ts';
import type { Instance } from './instance.ts';
import { livePostmaster } from './postmaster.ts';
import { databaseEnvironment } from './run-binary.ts';
import { databaseSettings } from './settings.ts';

const logLimitBytes = 10 * 1024 * 1024;

/** Starts the server and gives its process id; it answers only some time later. */
export async function startPostmaster(
  instance: Instance,
  binaries: Binaries,
  cluster: string,
  { durable }: { durable: boolean },
): Promise<number> {
  await prepareSocketFolder(instance);
  const size = await fs.stat(instance.logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimitBytes) await fs.rename(instance.logFile, `${instance.logFile}.1`);
  // A file, not a pipe: the database outlives a killed parent, a pipe would not.
  const log = await fs.open(instance.logFile, 'a', 0o600);
  try {
    const child = spawn(
      binaries.postgres,
      ['-D', cluster, ...databaseSettings({ listen: listenAt(instance), durable })],
      {
        ...instance.account,
        cwd: cluster,
        env: databaseEnvironment(),
        stdio: ['ignore', log.fd, log.fd],
        // Ctrl+C in a terminal reaches the whole group; the database has to stop last.
        detached: true,
      },
    );
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    const started = new Promise<void>((resolve) => child.once('spawn', resolve));
    await Promise.race([started, failed]);
    child.unref();
    if (child.pid === undefined) throw new Error('no process id');
    return child.pid;
  } catch (error) {
    throw new StartError(`the database program cannot be started: ${reasonOf(error)}`, {
      cause: error,
    });
  } finally {
    await log.close();
  }
}

export type Answer = 'ready' | 'starting' | 'silent';

/** Whether the server that answers is the one of this cluster. */
export async function askServer(instance: Instance, cluster: string): Promise<Answer> {
  const client = new pg.Client({
    ...clientConfig(signInAs(instance, 'superuser', 'postgres'), 'duyen start'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    const folder = rows[0]?.data_directory ?? '';
    return (await fs.realpath(folder)) === (await fs.realpath(cluster)) ? 'ready' : 'silent';
  } catch (error) {
    // 57P03: recovering or shutting down, so it is worth waiting longer.
    if (error instanceof pg.DatabaseError && error.code === '57P03') return 'starting';
    if (error instanceof pg.DatabaseError && error.code === '28P01')
      throw new StartError(
        `the passwords in ${instance.dataDir}/database.json are not those of the database in ${cluster}`,
        { cause: error },
      );
    return 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function waitUntilReady(instance: Instance, cluster: string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(10)) {
    if ((await askServer(instance, cluster)) === 'ready') return;
    if ((await livePostmaster(cluster)) === undefined) await sleep(20);
  }
  throw await notStarted(instance);
}

export async function notStarted(instance: Instance): Promise<StartError> {
  const text = (await readIfPresent(instance.logFile)) ?? '';
  const last = oneLine(text.trimEnd().split('\n').slice(-3).join('\n'));
  return new StartError(
    `the database did not start; its log ${instance.logFile} ends with: ${last || '(nothing)'}`,
  );
}
