import { sql } from 'kysely';
import { AppError } from '#shared/errors.ts';
import type { Core } from './core-tables.ts';
import { hashOf } from './secrets.ts';

export interface Limit {
  /** What is counted: `sign-in`, and what for: an address, an account. Stored as a hash. */
  name: string;
  of: readonly string[];
  most: number;
  seconds: number;
}

const keyOf = ({ name, of }: Limit) => hashOf(JSON.stringify([name, ...of]));

/**
 * Counts a try before it is made, so that parallel ones cannot slip through. Kept in PostgreSQL:
 * all processes count together.
 */
export async function countTry(core: Core, limit: Limit): Promise<number | undefined> {
  const row = await core
    .insertInto('attempt')
    .values({ key: keyOf(limit), tries: 1, resets_at: inSeconds(limit.seconds) })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        tries: sql<number>`case when attempt.resets_at <= now() then 1 else attempt.tries + 1 end`,
        resets_at: sql<string>`case when attempt.resets_at <= now() then excluded.resets_at else attempt.resets_at end`,
      }),
    )
    .returning(['tries', 'resets_at'])
    .executeTakeFirstOrThrow();
  if (row.tries <= limit.most) return undefined;
  return Math.max(1, Math.ceil((Date.parse(row.resets_at) - Date.now()) / 1000));
}

/** Counts all of them; refuses when any is used up. */
export async function limitTries(core: Core, limits: readonly Limit[]): Promise<void> {
  const waits = await Promise.all(limits.map((limit) => countTry(core, limit)));
  const retryAfter = Math.max(0, ...waits.map((wait) => wait ?? 0));
  if (retryAfter > 0) throw new AppError('tooManyRequests', { retryAfter });
}

/** After a success: an office behind one address is not held back by its own good sign-ins. */
export async function forgetTries(core: Core, limits: readonly Limit[]): Promise<void> {
  await core.deleteFrom('attempt').where('key', 'in', limits.map(keyOf)).execute();
}

/** The try was a success and does not count. */
export async function returnTry(core: Core, limit: Limit): Promise<void> {
  await core
    .updateTable('attempt')
    .set({ tries: sql<number>`greatest(tries - 1, 0)` })
    .where('key', '=', keyOf(limit))
    .execute();
}

const inSeconds = (seconds: number) => sql<string>`now() + make_interval(secs => ${seconds})`;

/** One customer of an internet provider owns a /64 of IPv6 addresses. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':');
}
