import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { reasonOf } from '../../data-folder.ts';
import { StartError } from '../../start-error.ts';

/** The right to initialise, start and stop the embedded database of a data folder. */
export interface Lease {
  release(): void;
}

/**
 * Held by one process at a time. SQLite's exclusive lock is a lock of the operating system, so it
 * ends with its process however that dies: no stale lock file, no guessing from process ids.
 */
export function tryLease(dataDir: string): Lease | undefined {
  const file = path.join(dataDir, 'database.lock');
  let lock: DatabaseSync | undefined;
  try {
    // Whoever can read it could hold it.
    fs.closeSync(fs.openSync(file, 'a', 0o600));
    lock = new DatabaseSync(file);
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (/locked|busy/i.test(reasonOf(error))) return undefined;
    throw new StartError(`${file} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
  const held = lock;
  return {
    release() {
      if (held.isOpen) held.close();
    },
  };
}
