import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { list, updateRecords } from '#engine/records/index.ts';

const atOnce = 200;

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
  let cursor: string | null = null;
  do {
    const { items, nextCursor } = await list(system, 'activity', {
      where: { field: 'lead', op: 'eq', value: lead },
      fields: ['account', 'contacts'],
      sort: 'createdAt',
      limit: atOnce,
      ...(cursor !== null && { cursor }),
    });
    const patches = items.flatMap(({ id, account: known, contacts }) => {
      const values = {
        ...(account !== undefined && !known && { account }),
        ...(contact !== undefined && isEmpty(contacts) && { contacts: [contact] }),
      };
      return Object.keys(values).length > 0 ? [{ id, values }] : [];
    });
    if (patches.length > 0) await updateRecords(system, 'activity', patches);
    cursor = nextCursor;
  } while (cursor !== null);
}

const isEmpty = (list_: unknown): boolean => !Array.isArray(list_) || list_.length === 0;
