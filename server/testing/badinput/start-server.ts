import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { serverArguments } from '../../../scripts/server-arguments.mjs';

export interface RunningServer {
  pid: number;
  origin: string;
  /** Lines of its log so far. */
  log: string[];
  /** Those of them that say something went wrong inside. */
  failures(): string[];
  /** Resident memory in bytes. */
  memory(): number;
  isRunning(): boolean;
  stop(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../../..');

/** The program as people start it, in a folder of its own. */
export async function startServer(options: {
  dataDir: string;
  port: number;
  smtpPort: number;
}): Promise<RunningServer> {
  const origin = `http://127.0.0.1:${options.port}`;
  const child = spawn(process.execPath, serverArguments, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'test',
      DATA_DIR: options.dataDir,
      PORT: String(options.port),
      PUBLIC_URL: origin,
      SMTP_URL: `smtp://127.0.0.1:${options.smtpPort}`,
    },
  });
  const log: string[] = [];
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    log.push(...lines);
  });
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      if (said.includes('is ready')) resolve();
    });
  });
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`the server did not start:\n${log.join('\n')}`);
    }),
  ]);
  const pid = child.pid ?? 0;
  return {
    pid,
    origin,
    log,
    // 50 is an error, 60 the end of the process.
    failures: () => log.filter((line) => /^\{"level":[56]0,/.test(line)),
    memory: () => memoryOf(pid),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** 0 where the system does not tell: then growth is not measured. */
export function memoryOf(pid: number): number {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
