import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
const run = promisify(execFile);

export const password = 'một câu dài dễ nhớ';

export interface Company {
  name: string;
  /** The administrator. */
  email: string;
  /** Asks the API as the administrator; throws on anything but success. */
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** A company for one file of journeys; with a sample it is full of people. */
export async function openCompany(
  name: string,
  options: { sample?: string } = {},
): Promise<Company> {
  const email = `admin-${process.pid}-${Date.now()}@vidu.example`;
  const { stdout } = await run(
    process.execPath,
    [
      path.join(root, 'server', 'cli.ts'),
      'workspace',
      'create',
      `--name=${name}`,
      `--admin-email=${email}`,
      `--admin-password=${password}`,
      '--api-key',
      '--json',
      ...(options.sample === undefined ? [] : [`--sample=${options.sample}`]),
    ],
    { env: { ...process.env, DATA_DIR: inject('dataDir') } },
  );
  const { apiKey } = JSON.parse(stdout) as { apiKey: string };
  const origin = inject('origin');
  return {
    name,
    email,
    async api<T>(method: string, place: string, body?: unknown) {
      const answer = await fetch(`${origin}/api/v1/${place}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${place}: ${answer.status} ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
  };
}
