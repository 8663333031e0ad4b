import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverArguments } from '../../../scripts/server-arguments.mjs';
import type { Place } from './place.ts';

/** A server in a process of its own, as people run it. */
export interface ServerProcess {
  readonly pid: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** From its start until it said it was ready. */
  readonly readyMs: number;
  /** Undefined while it runs. */
  readonly exitCode: number | null;
  /** What it wrote to stderr. */
  errors(): string;
  /** SIGKILL by default; resolves when it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export async function startServer(
  place: Pick<Place, 'env' | 'atEnd'>,
  more: Record<string, string> = {},
): Promise<ServerProcess> {
  const begin = performance.now();
  const child = spawn(process.execPath, serverArguments, {
    env: { ...place.env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    errors = (errors + part).slice(-20_000);
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  const origin = /http:\/\/\S+?(?=\/?$)/.exec(String(line))?.[0];
  if (origin === undefined || child.pid === undefined) {
    child.kill('SIGKILL');
    throw new Error(`the server did not start: ${errors}`);
  }
  const server = {
    pid: child.pid,
    origin,
    readyMs: 0,
    get exitCode() {
      return child.exitCode;
    },
    errors: () => errors,
    async end(signal: NodeJS.Signals = 'SIGKILL') {
      child.kill(signal);
      await ended;
    },
  };
  place.atEnd(() => server.end());
  for (const until = begin + 30_000; performance.now() < until; await sleep(20)) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.status === 200)
      return Object.defineProperty(server, 'readyMs', { value: performance.now() - begin });
  }
  await server.end();
  throw new Error(`the server did not get ready: ${errors}`);
}
