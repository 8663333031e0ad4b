import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { livePostmaster } from './database/embedded/postmaster.ts';

/** The folder of the cluster, which is named after the version of PostgreSQL. */
const clusterIn = (dataDir: string): string =>
  path.dirname(
    fs.globSync(path.join(dataDir, '**', 'postmaster.pid'))[0] ?? path.join(dataDir, 'none', 'x'),
  );

it('stops in order when a signal comes twice, as one to its whole group does through the launcher', async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'duyen-main-'));
  // The account of the database has to pass through.
  fs.chmodSync(dataDir, 0o711);
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const ended = once(child, 'exit');
    for await (const line of createInterface({ input: child.stdout }))
      if (line.startsWith('Duyên is ready')) break;
    const cluster = clusterIn(dataDir);
    expect(await livePostmaster(cluster)).toBeGreaterThan(0);
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGTERM'), 50);
    expect(await ended).toEqual([0, null]);
    expect(await livePostmaster(cluster)).toBeUndefined();
  } finally {
    child.kill('SIGKILL');
    const left = await livePostmaster(clusterIn(dataDir));
    if (left !== undefined) process.kill(left, 'SIGQUIT');
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}, 60_000);
