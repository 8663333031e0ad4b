import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { idOf, listAll, mergeRecords, type PresentedRecord } from '#engine/records/index.ts';
import type { Values } from '#engine/records/rules.ts';

/**
 * Before accounts become one: figures that several of them have for one year become one line, the first account's going
 * before. The system does it, for among them may be lines that whoever merges may not see.
 */
export async function joinYears(ctx: Ctx, accounts: readonly Values[]): Promise<void> {
  const system = asSystem(ctx, 'merge');
  const ids = accounts.map(({ id }) => String(id));
  const where = { field: 'account', op: 'in', value: ids };
  const lines = await listAll(system, 'yearlyFinance', { where });
  const order = new Map(ids.map((id, i) => [id, i]));
  const place = ({ account }: PresentedRecord) => order.get(idOf(account) ?? '') ?? ids.length;
  for (const same of Map.groupBy(lines, ({ year }) => year).values()) {
    const [kept, ...others] = same.toSorted((a, b) => place(a) - place(b));
    if (!kept || others.length === 0) continue;
    await mergeRecords(system, 'yearlyFinance', kept.id, { ids: others.map(({ id }) => id) });
  }
}
