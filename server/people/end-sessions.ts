import type { Core } from './core-tables.ts';
import { forgetDevices } from './forget-devices.ts';
import { announceEnded } from './identity-cache.ts';
import type { People } from './people.ts';

/** One session of anybody. */
export async function endSession(people: People, sessionId: string): Promise<void> {
  await people.core.transaction().execute(async (core) => {
    await core.deleteFrom('session').where('id', '=', sessionId).execute();
    await announceEnded(core, { sessionId });
  });
  people.identities.drop({ sessionId });
}

/** All sessions of a person but, when given, the one they are using. False when the id is not theirs. */
export async function endOwnSession(people: People, userId: string, id: string): Promise<boolean> {
  const owned = await people.core
    .selectFrom('session')
    .select('id')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (owned) await endSession(people, id);
  return owned !== undefined;
}

export async function endOtherSessions(
  people: People,
  userId: string,
  keep?: string,
): Promise<void> {
  await people.core.transaction().execute((core) => endSessionsOn(core, userId, keep));
  await forgetDevices(people, userId);
  people.identities.drop({ userId });
}

/** Inside a transaction; the caller drops what this process keeps once it is committed. */
export async function endSessionsOn(core: Core, userId: string, keep?: string): Promise<void> {
  await core
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .$if(keep !== undefined, (query) => query.where('id', '<>', keep ?? ''))
    .execute();
  await announceEnded(core, { userId });
}
