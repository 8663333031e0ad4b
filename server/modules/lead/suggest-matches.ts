import { findMatches, type Match } from '#engine/duplicates/find-matches.ts';
import type { Ctx } from '#engine/context.ts';
import { get, type PresentedRecord } from '#engine/records/index.ts';
import { presentVisible } from '#engine/records/present-visible.ts';

export interface Suggestions {
  accounts: Match[];
  /** Each with the account the person belongs to, as far as the actor may see it. */
  contacts: (Match & { account: unknown })[];
}

/** A name alone is worth showing to somebody who is about to choose. */
const least = 30;

/** Customers and people a lead probably is already, the likeliest first, with what they have in common. */
export async function suggestMatches(ctx: Ctx, leadId: string): Promise<Suggestions> {
  const lead = await get(ctx, 'lead', leadId);
  const [accounts, contacts] = await Promise.all([
    findMatches(ctx, 'account', asAccount(lead), { least }),
    findMatches(ctx, 'contact', asContact(lead), { least }),
  ]);
  const accountOf = await accountsOf(ctx, contacts);
  return {
    accounts,
    contacts: contacts.map((match) => ({ ...match, account: accountOf.get(match.id) ?? null })),
  };
}

const asAccount = ({ company, name, taxCode, phones, emails, website }: PresentedRecord) => ({
  name: company ?? fullOf(name),
  taxCode,
  phones,
  emails,
  website,
});

const asContact = ({ name, phones, emails }: PresentedRecord) => ({ name, phones, emails });

const fullOf = (name: unknown): unknown =>
  typeof name === 'object' && name !== null && 'full' in name ? name.full : null;

async function accountsOf(ctx: Ctx, contacts: readonly Match[]): Promise<Map<string, unknown>> {
  const ids = contacts.map(({ id }) => id);
  const found = await presentVisible(ctx, 'contact', ids, ['account']);
  return new Map(found.map(({ id, account }) => [id, account]));
}
