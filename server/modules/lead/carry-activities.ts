import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { listPages, updateRecords } from '#engine/records/index.ts';

interface Became {
  account: string | undefined;
  contact: string | undefined;
}

/**
 * What was done and planned with a lead goes on with the customer it became: it stands in that thread, and counts
 * there. It is the system that does it, for among it may be what whoever converts may not change.
 */
export async function carryActivities(
  ctx: Ctx,
  lead: string,
  { account, contact }: Became,
): Promise<void> {
  const system = asSystem(ctx, `convertLead:${lead}`);
  const pages = listPages(system, 'activity', {
    where: { field: 'lead', op: 'eq', value: lead },
    fields: ['account', 'contacts'],
    sort: 'createdAt',
  });
  for await (const items of pages) {
    const patches = items.flatMap(({ id, account: known, contacts }) => {
      const values = {
        ...(account !== undefined && !known && { account }),
        ...(contact !== undefined && isEmpty(contacts) && { contacts: [contact] }),
      };
      return Object.keys(values).length > 0 ? [{ id, values }] : [];
    });
    if (patches.length > 0) await updateRecords(system, 'activity', patches);
  }
}

const isEmpty = (list_: unknown): boolean => !Array.isArray(list_) || list_.length === 0;
