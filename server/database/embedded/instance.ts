import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import {
  codeOf,
  ensureDataFolder,
  readIfPresent,
  reasonOf,
  writePrivateFile,
} from '../../data-folder.ts';
import type { Log } from '../../log.ts';
import { StartError } from '../../start-error.ts';
import type { SignIn } from '../pool.ts';
import { databaseAccount } from './account.ts';
import type { Account } from './account.ts';
import { oneLine } from './binaries.ts';
import { runBinary } from './run-binary.ts';

export const databaseName = 'duyen';
export const superuserName = 'postgres';
export const ownerName = 'duyen_owner';
export const appName = 'duyen_app';

/** What DATA_DIR/database.json keeps: where the cluster is, and the passwords of its roles. */
const stateSchema = z.strictObject({
  /** Folder of the cluster, its socket and its log; relative to DATA_DIR when it is inside. */
  home: z.string().min(1),
  /** True once the cluster was complete: from then on a missing one is a loss, not a first start. */
  initialised: z.boolean(),
  /** Where there are no Unix sockets. */
  loopbackPort: z.int().optional(),
  passwords: z.strictObject({ superuser: z.string(), owner: z.string(), app: z.string() }),
});
type State = z.infer<typeof stateSchema>;

export interface Instance {
  readonly dataDir: string;
  readonly home: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly state: State;
  readonly account: Account | undefined;
}

const stateFile = (dataDir: string) => path.join(dataDir, 'database.json');

/** Undefined when this data folder never had a database. */
export async function readInstance(dataDir: string): Promise<Instance | undefined> {
  const text = await readIfPresent(stateFile(dataDir));
  if (text === undefined) return undefined;
  let state: State;
  try {
    state = stateSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new StartError(
      `${stateFile(dataDir)} is damaged; restore it from a backup (it holds the passwords of the database)`,
      { cause: error },
    );
  }
  return instanceOf(dataDir, state);
}

/** Only for the holder of the lease. */
export async function createInstance(dataDir: string, log: Log): Promise<Instance> {
  const home = await chooseHome(dataDir, log);
  const secret = () => randomBytes(32).toString('hex');
  const state: State = {
    home,
    initialised: false,
    ...(process.platform === 'win32' && {
      loopbackPort: 40_000 + (randomBytes(2).readUInt16BE() % 9_000),
    }),
    passwords: { superuser: secret(), owner: secret(), app: secret() },
  };
  await writePrivateFile(stateFile(dataDir), stateText(state));
  return instanceOf(dataDir, state);
}

export async function markInitialised(instance: Instance): Promise<void> {
  const state = { ...instance.state, initialised: true };
  await writePrivateFile(stateFile(instance.dataDir), stateText(state));
}

const stateText = (state: State) => `${JSON.stringify(state, null, 2)}\n`;

async function instanceOf(dataDir: string, state: State): Promise<Instance> {
  const home = path.resolve(dataDir, state.home);
  const cluster = path.join(home, 'cluster');
  return {
    dataDir,
    home,
    cluster,
    logFile: path.join(home, 'postgresql.log'),
    state,
    account: await databaseAccount(cluster),
  };
}

/** Inside DATA_DIR, unless the account that runs the database cannot get there. */
async function chooseHome(dataDir: string, log: Log): Promise<string> {
  await ensureDataFolder(dataDir);
  const inside = 'postgres';
  const cluster = path.join(dataDir, inside, 'cluster');
  if ((await fs.readdir(path.dirname(cluster)).catch((): string[] => [])).includes('cluster'))
    throw new StartError(
      `${stateFile(dataDir)} is gone, and with it the passwords of the database in ${cluster}; restore it from a backup`,
    );
  const account = await databaseAccount(cluster);
  if (account === undefined) return inside;
  const changed = await runBinary('/bin/sh', ['-c', ':'], account);
  if (changed.status !== 0)
    throw new StartError(
      `root may not start programs under another account here (${oneLine(changed.output)}), and ` +
        'PostgreSQL refuses to run as root; start Duyên as an ordinary user or set DATABASE_URL',
    );
  if (await canEnter(dataDir, account)) return inside;
  // Never a name that an earlier, deleted data folder may have used.
  const name = `duyen-${randomBytes(6).toString('hex')}`;
  for (const parent of ['/var/lib', '/var/local', os.tmpdir()]) {
    if (!(await canEnter(parent, account)) || !(await canWrite(parent))) continue;
    const home = path.join(parent, name);
    const details = { dataDir, home };
    if (parent === os.tmpdir())
      log.warn(details, 'the database lives in the temporary folder: do not let it be emptied');
    else log.info(details, 'the database lives outside DATA_DIR, which only root may enter');
    return home;
  }
  throw new StartError(
    `the account that runs the database cannot enter ${dataDir}; set DATA_DIR to a folder that every account may enter`,
  );
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  return (await runBinary('/bin/sh', ['-c', 'cd "$0"', folder], account)).status === 0;
}

async function canWrite(folder: string): Promise<boolean> {
  return fs.access(folder, fs.constants.W_OK).then(
    () => true,
    () => false,
  );
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/**
 * Folder of the Unix socket, private to the account. The path of a socket has at most 107 bytes
 * (103 on macOS), so below a deep DATA_DIR it is moved to the temporary folder.
 */
export async function prepareSocketFolder(instance: Instance): Promise<void> {
  const folder = socketFolder(instance);
  try {
    await makePrivateFolder(folder, instance.account);
  } catch (error) {
    throw new StartError(`the folder ${folder} cannot be used: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** Gone with the server, when it had to be outside the data folder. */
export async function removeSocketFolder(instance: Instance): Promise<void> {
  const folder = socketFolder(instance);
  if (path.dirname(folder) !== instance.home) await fs.rm(folder, { recursive: true, force: true });
}

/** A folder that only the database's account enters; one that is already there is only checked. */
export async function makePrivateFolder(
  folder: string,
  account: Account | undefined,
): Promise<void> {
  try {
    await fs.mkdir(folder, { mode: 0o700 });
    if (account) await fs.chown(folder, account.uid, account.gid);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // In a folder that everyone writes to, somebody else may have been there first.
    const found = await fs.lstat(folder);
    if (account && found.uid === 0 && found.isDirectory()) {
      // Copied back by root.
      await fs.lchown(folder, account.uid, account.gid);
      return;
    }
    const uid = account?.uid ?? process.getuid?.() ?? found.uid;
    const isPrivate = process.platform === 'win32' || (found.mode & 0o077) === 0;
    if (!found.isDirectory() || found.uid !== uid || !isPrivate)
      throw new Error('it belongs to another account', { cause: error });
  }
}

function socketFolder(instance: Instance): string {
  const usual = path.join(instance.home, 'socket');
  const longest = 103 - '/.s.PGSQL.5432'.length;
  if (Buffer.byteLength(usual) <= longest) return usual;
  return path.join('/tmp', `duyen-${shortHash(instance.home)}`);
}

export function listenAt(instance: Instance, folder = socketFolder(instance)) {
  const { loopbackPort } = instance.state;
  return loopbackPort === undefined ? { socketFolder: folder } : { loopbackPort };
}

/** How a role signs in to the running cluster. */
export function signInAs(
  instance: Instance,
  role: 'superuser' | 'owner' | 'app',
  database = databaseName,
): SignIn {
  const { loopbackPort, passwords } = instance.state;
  return {
    host: loopbackPort === undefined ? socketFolder(instance) : '127.0.0.1',
    port: loopbackPort ?? 5432,
    database,
    user: { superuser: superuserName, owner: ownerName, app: appName }[role],
    password: passwords[role],
  };
}
