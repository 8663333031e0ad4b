import fs from 'node:fs/promises';
import path from 'node:path';

/** Two segments of the write-ahead log: a recovery may need a new one before it can give old ones back. */
const neededBytes = 2 * 16 * 1024 * 1024;

/** Whether the disk of the cluster's write-ahead log has room for a recovery; true when it cannot be told. */
export async function hasRoom(cluster: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await fs.statfs(path.join(cluster, 'pg_wal'));
    return bavail * bsize >= neededBytes;
  } catch {
    return true;
  }
}
