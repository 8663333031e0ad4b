import type { Filter } from '#shared/filter.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject, scopeOf, tableOf } from '#engine/records/find-object.ts';
import { column, columnName } from '#engine/records/sql.ts';
import { whereSql } from '#engine/records/where.ts';
import { longestMinutes } from '../activity/index.ts';

export interface Stretch {
  members: readonly string[];
  /** Instants. */
  from: string;
  to: string;
  /** The first so many; as many as a page can show when absent. */
  most?: number;
}

/** More than this on one page is a blot, not a calendar. */
const mostShown = 2000;
const dayMs = 86_400_000;
/** What is longer than this is looked for in another way, by who has it. */
const usualMs = 2 * dayMs;
/** How far back what somebody only takes part in is looked for. */
const takenPartMs = 31 * dayMs;

/**
 * The activities that these people have on between two moments, in the order of their beginnings, for the system: in
 * parts, each of which an index answers however much there is.
 */
export async function idsWithin(
  ctx: Ctx,
  { members, from, to, most = mostShown }: Stretch,
): Promise<{ ids: string[]; truncated: boolean }> {
  const before = (ms: number) => new Date(Date.parse(from) - ms).toISOString();
  const owned: Filter = { field: 'owner', op: 'in', value: members };
  const taken: Filter = { field: 'people', op: 'hasAny', value: members };
  const between = (first: string, last: string): Filter[] => [
    { field: 'startsAt', op: 'gte', value: first },
    { field: 'startsAt', op: 'lt', value: last },
  ];
  const goesOn: Filter = { field: 'endsAt', op: 'gt', value: from };
  // One without any length is on when it begins.
  const isOn: Filter = { or: [goesOn, { field: 'startsAt', op: 'gte', value: from }] };
  const usual = before(usualMs);
  const parts: Filter[] = [
    { and: [owned, ...between(usual, to), isOn] },
    { and: [taken, ...between(usual, to), isOn] },
    { and: [owned, ...between(before(longestMinutes * 60_000), usual), goesOn] },
    { and: [taken, ...between(before(takenPartMs), usual), goesOn] },
  ];
  const object = findObject(ctx, 'activity');
  const scope = scopeOf(ctx, object);
  const starts = object.fields.get('startsAt');
  if (!starts) return { ids: [], truncated: false };
  const selects = parts.map(
    (part) =>
      `select t.id, ${column('t', columnName(starts, ''))} as at from ${tableOf(ctx, object)} t` +
      ` where t.deleted_at is null and ${whereSql(scope, part)}` +
      ` and ${whereSql(scope, { field: 'kind', op: 'ne', value: 'note' })}`,
  );
  // Sorted last: an order asked of a part would have its index walked through all years.
  const rows = await ctx.db.query(
    `select id from (${selects.join(' union ')}) found order by at, id limit ${most + 1}`,
    scope.params.values,
  );
  const ids = rows.map(([id]) => String(id));
  return { ids: ids.slice(0, most), truncated: ids.length > most };
}
