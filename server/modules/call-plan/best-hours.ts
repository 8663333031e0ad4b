import type { Ctx } from '#engine/context.ts';
import { answeredHours, type AnsweredHours } from './answered-hours.ts';
import { readTries, type CustomerTry } from './read-tries.ts';

/** Whom a call is to. */
export interface Called {
  contact?: string | undefined;
  account?: string | undefined;
  lead?: string | undefined;
}

/** When each of them answers: this person where it is known of them, else anybody of the company. */
export async function bestHours(
  ctx: Ctx,
  all: readonly Called[],
): Promise<(called: Called) => AnsweredHours | null> {
  const idsOf = (key: 'account' | 'lead') => [...new Set(all.flatMap((each) => each[key] ?? []))];
  const [ofAccounts, ofLeads] = await Promise.all([
    readTries(ctx, 'account', idsOf('account')),
    readTries(ctx, 'lead', idsOf('lead')),
  ]);
  const tries = Map.groupBy([...ofAccounts, ...ofLeads], ({ customer }) => customer);
  return ({ contact, account, lead }) => {
    const found: CustomerTry[] = tries.get(account ?? lead ?? '') ?? [];
    const own =
      contact === undefined ? [] : found.filter(({ contacts }) => contacts.includes(contact));
    return answeredHours(own) ?? answeredHours(found);
  };
}
