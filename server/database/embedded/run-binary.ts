import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface Finished {
  readonly status: number;
  /** Standard output and error, for the message when it failed. */
  readonly output: string;
}

/** Runs a program to its end as the database's account; its own failure to start is status 127. */
export function runBinary(
  file: string,
  args: readonly string[],
  account: Account | undefined,
): Promise<Finished> {
  return new Promise((resolve) => {
    let output = '';
    const take = (chunk: string) => (output += chunk);
    const failed = (error: unknown) => resolve({ status: 127, output: String(error) });
    try {
      const child = spawn(file, args, {
        ...account,
        // Ours may be a folder that the account cannot enter.
        cwd: process.platform === 'win32' ? undefined : '/',
        env: databaseEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.setEncoding('utf8').on('data', take);
      child.stderr.setEncoding('utf8').on('data', take);
      child.on('error', failed);
      child.on('close', (code, signal) =>
        resolve({ status: code ?? 128, output: signal ? `${output} ended by ${signal}` : output }),
      );
    } catch (error) {
      failed(error);
    }
  });
}

/** Without PG* variables of the person who starts us, and with messages that we can read. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
