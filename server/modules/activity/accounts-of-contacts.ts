import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';

const most = 200;

/** The company of each contact, of those the actor may see. */
export async function accountsOfContacts(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const distinct = [...new Set(ids)];
  const accounts = new Map<string, string>();
  for (let at = 0; at < distinct.length; at += most) {
    const { items } = await list(ctx, 'contact', {
      where: { field: 'id', op: 'in', value: distinct.slice(at, at + most) },
      fields: ['account'],
      limit: most,
    });
    for (const { id, account } of items)
      if (typeof account === 'object' && account !== null && 'id' in account)
        accounts.set(id, String(account.id));
  }
  return accounts;
}
