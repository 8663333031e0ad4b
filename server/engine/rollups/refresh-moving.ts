import type { Filter } from '#shared/filter.ts';
import type { ModelField } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { longQuery } from '../long-query.ts';
import { tableOf } from '../records/find-object.ts';
import { column, columnName } from '../records/sql.ts';
import { withTransaction } from '../transaction.ts';
import { refreshGroup } from './refresh-rollups.ts';
import { allRollups } from './rollups-of.ts';

const chunk = 1000;

/**
 * Works out anew what changes by itself because it counts a stretch of time that moves on, such as the last 90 days.
 * What is zero or empty cannot become less, so only records that hold something are looked at.
 */
export async function refreshMovingRollups(ctx: Ctx): Promise<void> {
  for (const { source, group } of allRollups(ctx.model)) {
    const fields = group.fields.filter(({ rollup }) => rollup.where && isMoving(rollup.where));
    if (fields.length === 0) continue;
    const filled = fields.map(holdsSomething).join(' or ');
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await longQuery(
        ctx,
        `select t.id from ${tableOf(ctx, group.target)} t where t.id > $1::uuid and (${filled}) order by t.id limit ${chunk}`,
        [after],
      );
      const ids = rows.map(([id]) => String(id));
      if (ids.length > 0)
        await withTransaction(ctx, (inner) =>
          refreshGroup(inner, source, { ...group, fields }, ids),
        );
      if (ids.length < chunk) break;
      after = ids.at(-1) ?? after;
    }
  }
}

const holdsSomething = (field: ModelField & { rollup: { fn: string } }): string => {
  const own = column('t', columnName(field, ''));
  return field.rollup.fn === 'count' ? `${own} > 0` : `${own} is not null`;
};

/** Whether what a filter matches depends on the day. */
function isMoving(filter: Filter): boolean {
  if ('and' in filter) return filter.and.some(isMoving);
  if ('or' in filter) return filter.or.some(isMoving);
  if ('not' in filter) return isMoving(filter.not);
  return typeof filter.value === 'object' && filter.value !== null && 'relative' in filter.value;
}
