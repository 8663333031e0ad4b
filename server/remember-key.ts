import { fingerprintOf } from './backup/manifest.ts';
import type { Database } from './database/database.ts';
import { StartError } from './start-error.ts';

/** The first start leaves the key's fingerprint in the database; a start with another key is refused. */
export async function rememberKey(database: Database, secret: string): Promise<void> {
  const fingerprint = fingerprintOf(secret);
  await database.app.query(
    'insert into core.installation (key_fingerprint) values ($1) on conflict do nothing',
    [fingerprint],
  );
  if ((await rememberedKey(database)) !== fingerprint)
    throw new StartError(
      'the secret key is not the one this database was made with; put that secret.key back into DATA_DIR, or set APP_SECRET to it',
    );
}

export async function rememberedKey(database: Database): Promise<string | undefined> {
  const { rows } = await database.app.query<{ fingerprint: string }>(
    'select key_fingerprint as fingerprint from core.installation',
  );
  return rows[0]?.fingerprint;
}
