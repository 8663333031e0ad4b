import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { readInstance, removeSocketFolder, signInAs } from '../../database/embedded/instance.ts';
import { killPostmaster, livePostmaster } from '../../database/embedded/postmaster.ts';
import { clientConfig } from '../../database/pool.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
export const password = 'Chuồn chuồn bay thấp';
export const email = 'an@x.test';

/** An installation of a fault test's own, with one company, made by the command line as people make it. */
export interface Place {
  dataDir: string;
  env: Record<string, string>;
  apiKey: string;
  workspaceId: string;
  schema: string;
  /** Asks the database as its superuser. */
  readonly ask: <T extends pg.QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ) => Promise<T[]>;
  postmaster(): Promise<number | undefined>;
  /** For what has to end before all is taken away, also when a test breaks off. */
  atEnd(work: () => Promise<void>): void;
  /** Takes everything away, a database that still runs too. */
  remove(): Promise<void>;
}

export async function makePlace(options: { within?: string } = {}): Promise<Place> {
  const top = options.within ?? (await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-fault-')));
  await fs.chmod(top, 0o711);
  const dataDir = path.join(top, 'data');
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
    APP_SECRET: 'a secret of the fault tests, long enough',
  };
  const words = ['--name', 'Fault', '--admin-email', email, '--admin-password', password];
  const made = JSON.parse(
    await commandLine(env, 'workspace', 'create', ...words, '--api-key', '--json'),
  );
  const endings: (() => Promise<void>)[] = [];
  return {
    dataDir,
    env,
    apiKey: made.apiKey,
    workspaceId: made.id,
    schema: `w_${made.key}`,
    async ask<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) {
      return asSuperuser(dataDir, async (client) => (await client.query<T>(sql, [...values])).rows);
    },
    async postmaster() {
      const instance = await readInstance(dataDir);
      return instance && livePostmaster(instance.cluster);
    },
    atEnd(work) {
      endings.push(work);
    },
    async remove() {
      await Promise.all(endings.map((work) => work()));
      const instance = await readInstance(dataDir).catch(() => undefined);
      if (instance) {
        await killPostmaster(instance.cluster);
        await removeSocketFolder(instance);
        await fs.rm(instance.home, { recursive: true, force: true });
      }
      await fs.rm(options.within === undefined ? top : dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs a command beside the server; gives what it prints. */
export async function commandLine(
  env: Record<string, string>,
  ...words: string[]
): Promise<string> {
  const program = path.join(root, 'server', 'cli.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { env });
  return stdout;
}

/** A connection that the caller keeps while `work` runs. */
export async function asSuperuser<T>(
  dataDir: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const instance = await readInstance(dataDir);
  if (!instance) throw new Error('there is no database');
  const client = new pg.Client(clientConfig(signInAs(instance, 'superuser'), 'duyen faults'));
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set statement_timeout = 0');
    return await work(client);
  } finally {
    await client.end();
  }
}
