import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { StartError } from './start-error.ts';

/**
 * Creates DATA_DIR. Everything below it is private by its own mode; root leaves it passable,
 * because the embedded database runs under another account inside it.
 */
export async function ensureDataFolder(dataDir: string): Promise<void> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    const created = await fs.mkdir(dataDir, { recursive: true });
    if (created !== undefined) await fs.chmod(dataDir, mode);
  } catch (error) {
    throw new StartError(`DATA_DIR ${dataDir} cannot be created: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** Whole or not at all, readable by nobody else, on the disk when this returns. */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  const partial = `${file}.${randomBytes(6).toString('hex')}.partial`;
  const handle = await fs.open(partial, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await fs.rename(partial, file);
  await syncFolder(path.dirname(file));
}

/** As writePrivateFile, but the first of several writers wins; gives what is in the file then. */
export async function createPrivateFile(file: string, text: string): Promise<string> {
  const partial = `${file}.${randomBytes(6).toString('hex')}.partial`;
  await writePrivateFile(partial, text);
  try {
    await fs.link(partial, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await fs.unlink(partial);
  }
  return fs.readFile(file, 'utf8');
}

export async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
