import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDataFolder, reasonOf } from '../../data-folder.ts';
import type { Log } from '../../log.ts';
import { StartError } from '../../start-error.ts';
import { findBinaries } from './binaries.ts';
import { hasRoom } from './has-room.ts';
import { initialise } from './initialise.ts';
import { createInstance, readInstance } from './instance.ts';
import type { Instance } from './instance.ts';
import { tryLease } from './lease.ts';
import type { Lease } from './lease.ts';
import { isRunning, livePostmaster, removeLeftoverPidFile } from './postmaster.ts';
import { askServer, notStarted, startPostmaster } from './start-postmaster.ts';

const patienceMs = 30_000;
const pauseAfterFailureMs = 200;
const recoveryPatienceMs = 10 * 60_000;
/** Without room it is tried now and then all the same, as a recovery may get by with less. */
const pauseWithoutRoomMs = 30_000;
const lookForRoomMs = 250;

/** What one process knows of the data folder's database; the lease appears when it is got. */
export interface Tenancy {
  readonly dataDir: string;
  readonly log: Log;
  readonly durable: boolean;
  lease: Lease | undefined;
}

export interface Running {
  readonly instance: Instance;
  readonly adopted: boolean;
}

/**
 * Adopt a server that runs, wait for one that is starting or stopping, start one when there is
 * none. Only the holder of the lease starts one; the others wait for it, or inherit the lease.
 * With a signal, one that ended on a full disk is waited for until there is room, however long.
 */
export async function ensureRunning(
  tenancy: Tenancy,
  options: { signal?: AbortSignal; beforeStart?: () => void } = {},
): Promise<Running> {
  await ensureDataFolder(tenancy.dataDir);
  let begin = Date.now();
  let until = begin + patienceMs;
  let started: number | undefined;
  let startedAt = 0;
  let full = false;
  let instance = await readInstance(tenancy.dataDir);
  for (; Date.now() < until; await sleep(20)) {
    options.signal?.throwIfAborted();
    instance ??= await readInstance(tenancy.dataDir);
    if (instance && (await livePostmaster(instance.cluster)) !== undefined) {
      const answer = await askServer(instance, instance.cluster);
      if (answer === 'ready') return { instance, adopted: started === undefined };
      if (answer === 'starting')
        until = Math.min(Date.now() + patienceMs, begin + recoveryPatienceMs);
      continue;
    }
    if (options.signal && instance && !(await hasRoom(instance.cluster))) {
      if (!full) tenancy.log.error({}, 'the database stopped and its disk is full: make room');
      full = true;
      begin = Date.now();
      until = begin + patienceMs;
    } else full = false;
    tenancy.lease ??= tryLease(tenancy.dataDir);
    if (!tenancy.lease) continue;
    // Between the look and the lease another process may have made, or started, it.
    instance = await readInstance(tenancy.dataDir);
    if (instance && (await livePostmaster(instance.cluster)) !== undefined) continue;
    // The server that we started has not written its number yet, or ended at once.
    if (started !== undefined && (await isRunning(started))) continue;
    if (started === undefined) options.beforeStart?.();
    else if (full && Date.now() - startedAt < pauseWithoutRoomMs) {
      await sleep(lookForRoomMs);
      continue;
    } else await sleep(pauseAfterFailureMs);
    instance ??= await createInstance(tenancy.dataDir, tenancy.log);
    started = await start(tenancy, instance);
    startedAt = Date.now();
  }
  if (instance) throw await notStarted(instance);
  throw new StartError(`another process uses ${tenancy.dataDir} and its database does not start`);
}

/** Gives the number of the server's process. */
async function start(tenancy: Tenancy, instance: Instance): Promise<number> {
  await prepareHome(instance);
  const binaries = await findBinaries(instance.home, instance.account);
  const clusterExists = await exists(instance.cluster);
  if (!clusterExists && instance.state.initialised)
    throw new StartError(
      `the database folder ${instance.cluster} is gone; bring it back, or restore a backup into an empty DATA_DIR`,
    );
  if (!clusterExists) {
    tenancy.log.info({ folder: instance.cluster }, 'initialising the database');
    await initialise(instance, binaries, tenancy);
  }
  await takeOver(instance);
  await removeLeftoverPidFile(instance.cluster);
  return startPostmaster(instance, binaries, instance.cluster, tenancy);
}

/**
 * The folder around the cluster stays ours: were it the account's, a link planted in it could make
 * root write anywhere.
 */
async function prepareHome({ home, account, logFile }: Instance): Promise<void> {
  try {
    await fs.mkdir(home, { recursive: true });
    await fs.chmod(home, account ? 0o711 : 0o700);
    await (await fs.open(logFile, 'a', 0o600)).close();
  } catch (error) {
    throw new StartError(`the database folder ${home} cannot be used: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** A data folder that was copied back by hand has lost the owner and the mode PostgreSQL asks for. */
async function takeOver({ cluster, account }: Instance): Promise<void> {
  const { uid } = await fs.lstat(cluster);
  if (account && uid === 0) {
    await fs.chown(cluster, account.uid, account.gid);
    for (const entry of await fs.readdir(cluster, { recursive: true, withFileTypes: true }))
      await fs.lchown(path.join(entry.parentPath, entry.name), account.uid, account.gid);
  } else if (!account && process.getuid && uid !== process.getuid()) {
    throw new StartError(
      `the database folder ${cluster} belongs to another account (uid ${uid}); start Duyên as that account or as root`,
    );
  }
  await fs.chmod(cluster, 0o700);
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
