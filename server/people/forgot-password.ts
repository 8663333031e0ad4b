import { countTry, limitTries, networkOf } from './attempts.ts';
import type { Asking } from './identify.ts';
import type { People } from './people.ts';
import { findUser } from './users.ts';

/**
 * Returns before anything is looked up: the answer to an address of ours and to any other is the
 * same in words and in time. What is done then is told to nobody but the owner of the address.
 */
export async function forgotPassword(
  people: People,
  request: Asking,
  email: string,
): Promise<void> {
  const account = email.toLowerCase();
  await limitTries(people.core, [
    { name: 'forgot-from', of: [networkOf(request.ip)], most: 20, seconds: 900 },
    { name: 'forgot', of: [account, networkOf(request.ip)], most: 5, seconds: 900 },
  ]);
  people.afterAnswer(() => sendLink(people, account));
}

async function sendLink(people: People, account: string): Promise<void> {
  // Nobody's mailbox is flooded, and nobody is told that it is.
  const limit = { name: 'forgot-to', of: [account], most: 10, seconds: 3600 };
  if ((await countTry(people.core, limit)) !== undefined) return;
  // Who never had a password, such as the people of a sample company, gets none by asking.
  if (((await findUser(people.core, account))?.password ?? null) === null) return;
  await people.auth.api.requestPasswordReset({ body: { email: account } });
}
