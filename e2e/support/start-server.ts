import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { serverArguments } from '../../scripts/server-arguments.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

export interface RunningServer {
  /** What the program printed: where to go. */
  address: string;
  origin: string;
  dataDir: string;
  /** Of its process, for what it costs. */
  pid: number;
  stop(): Promise<void>;
}

/** The program as people start it, on a folder and a port of its own. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'duyen-journey-'));
  // The account of the database has to pass through.
  fs.chmodSync(dataDir, 0o711);
  const child = spawn(process.execPath, serverArguments, {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(await freePort()),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /^Duyên is ready: (\S+)/.exec(line)?.[1];
      if (address === undefined) continue;
      child.stdout.resume();
      return { address, origin: new URL(address).origin, dataDir, pid: child.pid ?? 0, stop };
    }
  } catch (error) {
    await stop();
    throw error;
  }
  throw new Error('the program ended before it was ready');
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
