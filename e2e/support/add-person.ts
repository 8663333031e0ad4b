import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { password, type Company } from './company.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** Another person of the company, who signs in as everybody in journeys does. Gives the address. */
export async function addPerson(
  company: Company,
  name: string,
  role: string,
  dataDir = inject('dataDir'),
): Promise<string> {
  const email = `person-${process.pid}-${Date.now()}@vidu.example`;
  const { key } = await company.api<{ key: string }>('GET', 'workspace');
  const args = [
    'user',
    'add',
    `--workspace=${key}`,
    `--email=${email}`,
    `--name=${name}`,
    `--role=${role}`,
    `--password=${password}`,
  ];
  await run(process.execPath, [path.join(root, 'server', 'cli.ts'), ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return email;
}
