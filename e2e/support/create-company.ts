import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..', '..');
const run = promisify(execFile);

export interface NewCompany {
  name: string;
  /** The administrator. */
  email: string;
  adminName?: string;
  password: string;
  /** Full of people and records when given. */
  sample?: string;
}

/** A company in the folder of a running program; gives a key of its administrator. */
export async function createCompany(dataDir: string, wanted: NewCompany): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    [
      path.join(root, 'server', 'cli.ts'),
      'workspace',
      'create',
      `--name=${wanted.name}`,
      `--admin-email=${wanted.email}`,
      ...(wanted.adminName === undefined ? [] : [`--admin-name=${wanted.adminName}`]),
      `--admin-password=${wanted.password}`,
      '--api-key',
      '--json',
      ...(wanted.sample === undefined ? [] : [`--sample=${wanted.sample}`]),
    ],
    { env: { ...process.env, DATA_DIR: dataDir } },
  );
  const { apiKey } = JSON.parse(stdout) as { apiKey: string };
  return apiKey;
}
