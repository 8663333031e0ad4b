import { findMatches, type Match } from '#engine/duplicates/find-matches.ts';
import type { Ctx } from '#engine/context.ts';
import { get, list } from '#engine/records/index.ts';
import type { PresentedRecord } from '#engine/records/index.ts';

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
  if (contacts.length === 0) return new Map();
  const hidden = ctx.access.of('contact').hidden.has('account');
  if (hidden) return new Map();
  const value = contacts.map(({ id }) => id);
  const where = { field: 'id', op: 'in', value };
  const { items } = await list(ctx, 'contact', { where, fields: ['account'], limit: 200 });
  return new Map(items.map(({ id, account }) => [id, account]));
}
