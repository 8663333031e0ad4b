import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { AppError } from '#shared/errors.ts';
import { countTry, limitTries, networkOf, returnTry } from '../people/attempts.ts';
import type { Core } from '../people/core-tables.ts';
import { hashOf, newSecret } from '../people/secrets.ts';

/** One for this start. Those of other processes stay for a day, since they were printed as well. */
export async function newSetupToken(core: Core): Promise<string> {
  const token = newSecret();
  await core
    .deleteFrom('setup_token')
    .where('created_at', '<', sql<string>`now() - interval '1 day'`)
    .execute();
  await core
    .insertInto('setup_token')
    .values({ hash: hashOf(token) })
    .execute();
  return token;
}

/** Refuses a code that was not printed; from one network only a few wrong ones are looked at. */
export async function checkSetupToken(
  core: Core,
  address: string,
  token: string | undefined,
): Promise<void> {
  const limit = { name: 'setup', of: [networkOf(address)], most: 10, seconds: 900 };
  await limitTries(core, [limit]);
  const everywhere = { name: 'setup', of: [], most: 1000, seconds: 3600 };
  const retryAfter = await countTry(core, everywhere);
  if (retryAfter !== undefined) throw new AppError('tooManyRequests', { retryAfter });
  const rows = await core.selectFrom('setup_token').select('hash').execute();
  const given = Buffer.from(hashOf(token ?? ''));
  // All are compared, and each in the same time.
  const right = rows.filter(({ hash }) => timingSafeEqual(Buffer.from(hash), given));
  if (token === undefined || right.length === 0) throw new AppError('setupToken');
  await returnTry(core, limit);
  await returnTry(core, everywhere);
}
