import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, readIfPresent } from '../../data-folder.ts';

/** The process id in the cluster's postmaster.pid, when that process is alive and may be ours. */
export async function livePostmaster(cluster: string): Promise<number | undefined> {
  const text = await readIfPresent(path.join(cluster, 'postmaster.pid'));
  // A server without clients, as initdb uses it, writes its number with a minus.
  const pid = Math.abs(Number(text?.split('\n')[0]));
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return (await isRunning(pid)) ? pid : undefined;
}

/** Whether a PostgreSQL server has this number. */
export async function isRunning(pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (stat === undefined) return false;
    // "pid (name) state …": after a reboot the number may belong to any other program.
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const state = stat.slice(stat.lastIndexOf(')') + 2)[0];
    return name === 'postgres' && state !== 'Z' && state !== 'X';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * After a reboot, or in a new container, the number in postmaster.pid may be that of any process
 * of our own account, and PostgreSQL would then refuse to start for ever. A server and all its
 * children live inside the cluster's folder: when no process does, the file is a leftover.
 */
export async function removeLeftoverPidFile(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const file = path.join(cluster, 'postmaster.pid');
  if ((await readIfPresent(file)) === undefined) return;
  const real = await fs.realpath(cluster);
  for (const entry of await fs.readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const cwd = await fs.readlink(`/proc/${entry}/cwd`).catch(() => undefined);
    if (cwd === real) return;
  }
  await fs.rm(file, { force: true });
}

/** Fast shutdown: open transactions roll back, everything acknowledged is on the disk. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return;
    throw error;
  }
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(10))
    if ((await livePostmaster(cluster)) !== pid) return;
}

/** For a cluster of which nothing is kept. */
export async function killPostmaster(cluster: string): Promise<void> {
  const pid = await livePostmaster(cluster);
  if (pid === undefined) return;
  // Unlike SIGKILL, it takes the children and the socket along.
  process.kill(pid, 'SIGQUIT');
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(10))
    if ((await livePostmaster(cluster)) !== pid) return;
}
