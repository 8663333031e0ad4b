import { open, statfs } from 'node:fs/promises';

/** Left free for the database and the system: uploads must not be what stops them. */
const leaveFree = { bytes: 500_000_000, share: 0.05 };

export async function isNearlyFull(folder: string): Promise<boolean> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return bavail * bsize < Math.min(leaveFree.bytes, blocks * bsize * leaveFree.share);
}

/** A file or folder is on the disk when this ends. */
export async function syncPath(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');

export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
