import { visibleIds } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject, tableOf } from '#engine/records/find-object.ts';
import { notReached } from '../activity/index.ts';
import type { Try } from './answered-hours.ts';

export interface CustomerTry extends Try {
  /** The account or lead that was called. */
  customer: string;
  contacts: readonly string[];
}

/** What the hours somebody answers are found out by. */
const told = ['kind', 'status', 'result', 'startsAt', 'startedAt'];
/** Habits change: the newest calls with a customer tell. */
const newest = 60;

/**
 * Calls that were made with these customers, by half hours of the actor's clock. Whoever sees an account or lead sees its
 * activities (`seenWith`); of those that the actor does not see nothing is told. Each costs one short walk of its index.
 */
export async function readTries(
  ctx: Ctx,
  relation: 'account' | 'lead',
  ids: readonly string[],
): Promise<CustomerTry[]> {
  const { hidden, read } = ctx.access.of('activity');
  if (
    ids.length === 0 ||
    (read !== true && 'nothing' in read) ||
    told.some((key) => hidden.has(key))
  )
    return [];
  const object = findObject(ctx, relation);
  const seen =
    ctx.access.of(relation).read === true ? ids : [...(await visibleIds(ctx, object, ids)).keys()];
  const table = tableOf(ctx, findObject(ctx, 'activity'));
  const rows = await ctx.db.prepared(
    `select s.id, c.contacts, c.answered,
       extract(hour from c.at)::int * 2 + extract(minute from c.at)::int / 30
     from unnest($1::uuid[]) s(id)
     cross join lateral (
       select t.contacts, t.result <> all($2::text[]) as answered,
         coalesce(t.started_at, t.starts_at) at time zone $3 as at
       from ${table} t
       where t.${relation} = s.id and t.kind = 'call' and t.status = 'done'
         and t.result is not null and t.deleted_at is null and t.starts_at is not null
       order by t.starts_at desc
       limit ${newest}
     ) c`,
    [seen, notReached, ctx.actor.timeZone],
  );
  return rows.map(([customer, contacts, answered, slot]) => ({
    customer: String(customer),
    contacts: Array.isArray(contacts) ? contacts.map(String) : [],
    answered: answered === true,
    slot: Number(slot),
  }));
}
