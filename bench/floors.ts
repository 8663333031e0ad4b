import { spawn } from 'node:child_process';
import type { Pool } from 'pg';
import { load, type LoadOptions, type LoadResult } from './load.ts';
import type { Statement } from './capture.ts';

/** Varying parameters of the nth request. */
export type Vary = (n: number) => unknown[];

/** The same SQL through `pg`, prepared, on as many connections: answers per second. */
export async function rawFloor(
  pool: Pool,
  name: string,
  statement: Statement,
  vary: Vary,
  { connections, seconds }: LoadOptions,
): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let n = 0;
  const worker = async () => {
    const client = await pool.connect();
    try {
      while (performance.now() < until) {
        const values = [...statement.values];
        const given = vary(n);
        n += 1;
        statement.vary.forEach((place, i) => {
          values[place] = given[i];
        });
        await client.query({
          ...(statement.plan && { name: `raw_${name}` }),
          text: statement.text,
          values,
        });
      }
    } finally {
      client.release();
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return n / seconds;
}

/** The same SQL behind a bare node:http handler in a process of its own. */
export async function bareFloor(
  connection: object,
  name: string,
  statement: Statement,
  vary: Vary,
  options: LoadOptions,
): Promise<LoadResult> {
  const child = spawn(
    process.execPath,
    ['bench/bare-server.ts', JSON.stringify({ connection, statements: { [name]: statement } })],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const port = await new Promise<string>((resolve) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    });
    return await load(
      `http://127.0.0.1:${port}`,
      (n) => ({ method: 'GET', path: `/${name}?v=${encodeURIComponent(JSON.stringify(vary(n)))}` }),
      options,
    );
  } finally {
    child.kill();
  }
}
