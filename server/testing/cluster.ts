import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { createPool } from '../database/pool.ts';
import type { SignIn } from '../database/pool.ts';
import { connectDatabase } from '../database/connect-database.ts';
import { ensureRunning } from '../database/embedded/ensure-running.ts';
import type { Tenancy } from '../database/embedded/ensure-running.ts';
import { signInAs } from '../database/embedded/instance.ts';
import type { Instance } from '../database/embedded/instance.ts';
import { readInstance } from '../database/embedded/instance.ts';
import { tryLease } from '../database/embedded/lease.ts';
import type { Lease } from '../database/embedded/lease.ts';
import { killPostmaster } from '../database/embedded/postmaster.ts';
import { migrateCore } from '../database/migrate-core.ts';
import { silentLog } from './silent-log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

export interface TestCluster {
  readonly superuser: SignIn;
  readonly app: SignIn;
  readonly owner: SignIn;
}

const prefix = 'duyen-test-';
/** Has the extensions but no table. */
export const emptyTemplate = 'duyen';
/** Has the core tables. */
export const coreTemplate = 'duyen_core';
export const sharedDatabase = 'duyen_shared';

// Kept for the whole run: a forgotten lease is released, and another run would take us for dead.
let tenancy: Tenancy | undefined;

/** Vitest global set-up: one scratch cluster for the whole run. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), prefix));
  // The database's account has to pass through.
  await fs.chmod(dataDir, 0o711);
  try {
    project.provide('cluster', await prepareCluster(dataDir));
  } catch (error) {
    await removeCluster(dataDir);
    throw error;
  }
  return () => removeCluster(dataDir);
}

const newTenancy = (dataDir: string): Tenancy => ({
  dataDir,
  log: silentLog,
  durable: false,
  lease: undefined,
});

async function prepareCluster(dataDir: string): Promise<TestCluster> {
  const { instance } = await ensureRunning((tenancy = newTenancy(dataDir)));
  const superuser = signInAs(instance, 'superuser', 'postgres');
  await copyDatabase(superuser, emptyTemplate, coreTemplate);
  await migrateTemplate(instance);
  await copyDatabase(superuser, coreTemplate, sharedDatabase);
  return { superuser, app: signInAs(instance, 'app'), owner: signInAs(instance, 'owner') };
}

export async function copyDatabase(superuser: SignIn, from: string, to: string): Promise<void> {
  const pool = createPool(superuser, { applicationName: 'duyen test', max: 1, log: silentLog });
  try {
    await pool.query(`CREATE DATABASE ${to} TEMPLATE ${from} OWNER duyen_owner`);
    await pool.query(`REVOKE ALL ON DATABASE ${to} FROM PUBLIC`);
    await pool.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${to} TO duyen_app`);
  } finally {
    await pool.end();
  }
}

async function migrateTemplate(instance: Instance): Promise<void> {
  const database = await connectDatabase({
    app: signInAs(instance, 'app', coreTemplate),
    owner: signInAs(instance, 'owner', coreTemplate),
    applicationName: 'duyen test',
    embedded: true,
    revive: async () => undefined,
    log: silentLog,
  });
  try {
    await migrateCore(database, silentLog);
  } finally {
    await database.close();
  }
}

/** Clusters of runs that were killed: nobody holds their lease any more. */
async function removeLeftovers(): Promise<void> {
  for (const name of await fs.readdir(os.tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const dataDir = path.join(os.tmpdir(), name);
    const lease = await leftBy(dataDir);
    if (!lease) continue;
    lease.release();
    await removeCluster(dataDir);
  }
}

/** The lease, when the run that made the folder is over. */
async function leftBy(dataDir: string): Promise<Lease | undefined> {
  try {
    await fs.access(path.join(dataDir, 'database.lock'), fs.constants.W_OK);
    return tryLease(dataDir);
  } catch {
    // Another account's, or still being made.
    return undefined;
  }
}

async function removeCluster(dataDir: string): Promise<void> {
  tenancy?.lease?.release();
  tenancy = undefined;
  const instance = await readInstance(dataDir);
  if (instance) await killPostmaster(instance.cluster);
  await fs.rm(dataDir, { recursive: true, force: true });
}
