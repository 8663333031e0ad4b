import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { StartError } from '../../start-error.ts';
import { clientConfig } from '../pool.ts';
import { oneLine } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import {
  appName,
  databaseName,
  makePrivateFolder,
  markInitialised,
  ownerName,
  signInAs,
  superuserName,
} from './instance.ts';
import type { Instance } from './instance.ts';
import { startPostmaster, waitUntilReady } from './start-postmaster.ts';
import { killPostmaster, stopPostmaster } from './postmaster.ts';
import { runBinary } from './run-binary.ts';

export const extensions = ['pg_trgm', 'btree_gin', 'unaccent', 'amcheck'] as const;

const passwordFilePrefix = 'superuser-';

/**
 * Makes the cluster in a temporary folder, with its roles, database and extensions, and renames it
 * into place: at any moment there is a whole cluster or none.
 */
export async function initialise(
  instance: Instance,
  binaries: Binaries,
  options: { durable: boolean },
): Promise<void> {
  await removeHalfMade(instance);
  const making = `${instance.cluster}.new-${randomBytes(4).toString('hex')}`;
  await makePrivateFolder(making, instance.account);
  await runInitdb(instance, binaries, making, options.durable);
  const pid = await startPostmaster(instance, binaries, making, options);
  try {
    await waitUntilReady(instance, making);
    await createRoles(instance);
    await createContents(instance);
  } finally {
    await stopPostmaster(making, pid);
  }
  await fs.rename(making, instance.cluster);
  await markInitialised(instance);
}

/** A killed first start leaves its server behind, in the way of the next one. */
async function removeHalfMade({ home }: Instance): Promise<void> {
  for (const name of await fs.readdir(home)) {
    if (name.startsWith(passwordFilePrefix)) await fs.rm(path.join(home, name), { force: true });
    if (!name.startsWith('cluster.new-')) continue;
    const folder = path.join(home, name);
    await killPostmaster(folder);
    // initdb may still be on its way to notice.
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function runInitdb(
  instance: Instance,
  binaries: Binaries,
  folder: string,
  durable: boolean,
): Promise<void> {
  const passwordFile = path.join(
    instance.home,
    passwordFilePrefix + randomBytes(6).toString('hex'),
  );
  await fs.writeFile(passwordFile, instance.state.passwords.superuser, { mode: 0o600, flag: 'wx' });
  try {
    if (instance.account) await fs.chown(passwordFile, instance.account.uid, instance.account.gid);
    const finished = await runBinary(
      binaries.initdb,
      [
        `--pgdata=${folder}`,
        `--username=${superuserName}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        ...(durable ? [] : ['--no-sync']),
      ],
      instance.account,
    );
    if (finished.status !== 0)
      throw new StartError(`the database cannot be initialised: ${oneLine(finished.output)}`);
  } finally {
    await fs.rm(passwordFile, { force: true });
  }
}

async function createRoles(instance: Instance): Promise<void> {
  await asSuperuser(instance, 'postgres', async (client) => {
    const { passwords } = instance.state;
    const plain = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
    for (const [role, password] of [
      [ownerName, passwords.owner],
      [appName, passwords.app],
    ] as const)
      await client.query(`CREATE ROLE ${role} ${plain} PASSWORD ${pg.escapeLiteral(password)}`);
    await client.query(`CREATE DATABASE ${databaseName} OWNER ${ownerName}`);
    await client.query(`REVOKE ALL ON DATABASE ${databaseName}, postgres, template1 FROM PUBLIC`);
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${databaseName} TO ${appName}`);
  });
}

async function createContents(instance: Instance): Promise<void> {
  await asSuperuser(instance, databaseName, async (client) => {
    for (const extension of extensions) await client.query(`CREATE EXTENSION ${extension}`);
    // Every schema that the owner makes later, a workspace's too, is open to the application.
    const grants = [
      'USAGE ON SCHEMAS',
      'SELECT, INSERT, UPDATE, DELETE ON TABLES',
      'USAGE, SELECT ON SEQUENCES',
    ];
    for (const grant of grants)
      await client.query(
        `ALTER DEFAULT PRIVILEGES FOR ROLE ${ownerName} GRANT ${grant} TO ${appName}`,
      );
  });
}

async function asSuperuser(
  instance: Instance,
  database: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(
    clientConfig(signInAs(instance, 'superuser', database), 'duyen initialise'),
  );
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
