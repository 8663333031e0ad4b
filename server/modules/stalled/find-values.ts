import type { Ctx } from '#engine/context.ts';
import { aggregate, idOf } from '#engine/records/index.ts';
import type { ValueSource } from './reasons.ts';

export interface AtRisk {
  /** In the company's currency. */
  amount: string;
  from: ValueSource;
}

const atOnce = 500;

/** What could be lost with each customer: what they plan to book, or else what they turn over in a year. */
export async function findValues(ctx: Ctx, ids: readonly string[]): Promise<Map<string, AtRisk>> {
  const values = new Map<string, AtRisk>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const value = ids.slice(at, at + atOnce);
    const take = async (
      object: string,
      key: string,
      field: string,
      from: ValueSource,
      more: object[] = [],
    ) => {
      const { groups } = await aggregate(ctx, object, {
        where: { and: [{ field: key, op: 'in', value }, ...more] },
        groupBy: [{ field: key }],
        measures: [{ fn: 'sum', field }],
      });
      for (const { keys, values: sums } of groups) {
        const id = idOf(keys[0]) ?? String(keys[0]);
        const amount = sums[0];
        if (typeof amount === 'string' && Number(amount) > 0) values.set(id, { amount, from });
      }
    };
    await take('account', 'id', 'yearlyRevenue', 'revenue');
    await take('bookingPlan', 'account', 'budget', 'bookings', [
      { field: 'status', op: 'eq', value: 'planned' },
    ]);
  }
  return values;
}
