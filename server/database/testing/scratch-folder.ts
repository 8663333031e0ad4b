import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { readInstance, removeSocketFolder } from '../embedded/instance.ts';
import { killPostmaster, livePostmaster } from '../embedded/postmaster.ts';

/** A data folder that is gone after the test, with whatever still runs in it. */
export async function scratchFolder(...inside: string[]): Promise<string> {
  const top = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-scratch-'));
  await fs.chmod(top, 0o711);
  const dataDir = path.join(top, ...inside, 'data');
  onTestFinished(async () => {
    const instance = await readInstance(dataDir).catch(() => undefined);
    if (instance) {
      await killPostmaster(instance.cluster);
      await removeSocketFolder(instance);
      await fs.rm(instance.home, { recursive: true, force: true });
    }
    await fs.rm(top, { recursive: true, force: true });
  });
  return dataDir;
}

/** Another process that has opened the database of the folder. */
export async function holdInOtherProcess(dataDir: string): Promise<ChildProcess> {
  const child = startHolding(dataDir);
  const [first] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!String(first).startsWith('ready')) throw new Error('the other process did not get ready');
  return child;
}

export function startHolding(dataDir: string) {
  const program = path.join(import.meta.dirname, 'hold-database.ts');
  const child = spawn(process.execPath, [program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Vitest's own options are not for a plain process.
    env: { PATH: process.env.PATH },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** The server that runs in a data folder. */
export async function postmasterOf(dataDir: string): Promise<number | undefined> {
  const instance = await readInstance(dataDir);
  return instance && livePostmaster(instance.cluster);
}
