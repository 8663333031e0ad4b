import type { Ctx } from '#engine/context.ts';
import { idOf } from '#engine/records/index.ts';
import { presentVisible } from '#engine/records/present-visible.ts';

/** The company of each contact, of those the actor may see. */
export async function accountsOfContacts(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const contacts = await presentVisible(ctx, 'contact', [...new Set(ids)], ['account']);
  return new Map(
    contacts.flatMap(({ id, account }): [string, string][] => {
      const company = idOf(account);
      return company === null ? [] : [[id, company]];
    }),
  );
}
