import type { Filter } from '#shared/filter.ts';
import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';
import { idOf } from './find-stalled.ts';

export interface Along {
  object: string;
  id: string;
  account: string;
}

/** Records that say they go with a customer, and that the same person kept. */
export async function whatGoesAlong(
  ctx: Ctx,
  given: readonly { id: string; from: string | null }[],
): Promise<Along[]> {
  const keeper = new Map(given.map(({ id, from }) => [id, from]));
  const along: Along[] = [];
  for (const object of ctx.model.objects.values())
    for (const rule of object.goesWith) {
      const relation = object.fields.get(rule.relation);
      if (relation?.kind !== 'relation' || relation.to !== 'account') continue;
      const where: Filter = {
        and: [
          { field: rule.relation, op: 'in', value: [...keeper.keys()] },
          ...(rule.while
            ? [{ field: rule.while.field, op: 'in' as const, value: rule.while.in }]
            : []),
        ],
      };
      for (let cursor: string | undefined; ;) {
        const page = await list(ctx, object.key, {
          where,
          fields: [rule.relation, 'owner'],
          limit: 200,
          cursor,
        });
        for (const record of page.items) {
          const account = idOf(record[rule.relation]);
          if (account !== null && idOf(record['owner']) === keeper.get(account))
            along.push({ object: object.key, id: record.id, account });
        }
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
    }
  return along;
}
