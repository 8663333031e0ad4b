import fs from 'node:fs/promises';
import { StartError } from '../../start-error.ts';

/** Whom the database runs as, when not as ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

// initdb wants an account with a name, and creating one is not ours to do on someone's machine.
const candidates = ['duyen', 'postgres', '_postgres', 'daemon', 'nobody'];

/** PostgreSQL refuses to run as root, so root hands it to an account without rights. */
export async function databaseAccount(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await fs.stat(cluster).catch(() => undefined);
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const lines = (await fs.readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  for (const name of candidates) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'PostgreSQL refuses to run as root and this system has no account for it; ' +
      'start Duyên as an ordinary user or set DATABASE_URL',
  );
}
