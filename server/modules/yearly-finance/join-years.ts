import { buildAccess } from '#engine/access/build-access.ts';
import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import { list, mergeRecords, type PresentedRecord } from '#engine/records/index.ts';
import type { Values } from '#engine/records/rules.ts';

/**
 * Before accounts become one: figures that several of them have for one year become one line, the first account's going
 * before. The system does it, for among them may be lines that whoever merges may not see.
 */
export async function joinYears(ctx: Ctx, accounts: readonly Values[]): Promise<void> {
  const system = asSystem(ctx);
  const ids = accounts.map(({ id }) => String(id));
  const lines = await linesOf(system, ids);
  const order = new Map(ids.map((id, i) => [id, i]));
  const place = ({ account }: PresentedRecord) => order.get(idOf(account)) ?? ids.length;
  for (const same of Map.groupBy(lines, ({ year }) => year).values()) {
    const [kept, ...others] = same.toSorted((a, b) => place(a) - place(b));
    if (!kept || others.length === 0) continue;
    await mergeRecords(system, 'yearlyFinance', kept.id, { ids: others.map(({ id }) => id) });
  }
}

async function linesOf(ctx: Ctx, accountIds: readonly string[]): Promise<PresentedRecord[]> {
  const where = { field: 'account', op: 'in', value: accountIds };
  const lines: PresentedRecord[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await list(ctx, 'yearlyFinance', { where, limit: 200, cursor });
    lines.push(...page.items);
    cursor = page.nextCursor;
  }
  return lines;
}

function asSystem(ctx: Ctx): Ctx {
  const actor = systemActor('merge', ctx.workspace.settings);
  return { ...ctx, actor, access: buildAccess(actor, ctx.directory, ctx.model) };
}

const idOf = (account: unknown): string =>
  typeof account === 'object' && account !== null && 'id' in account ? String(account.id) : '';
