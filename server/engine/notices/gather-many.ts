import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import type { Candidate } from './read-changes.ts';
import { ringBells, storeNotices } from './store-notices.ts';

/** More than these at once, of one kind and by one person, are told as one: fifty lines tell less than their number. */
const most = 5;
const gathered: ReadonlySet<string> = new Set(['assigned', 'shared', 'followed']);
/** An import or a long selection goes on for no longer without the next record. */
const pauseMinutes = 2;

/** Tells what came in masses as one notice with the number of records, and gives back what is to be told one by one. */
export async function gatherMany(ctx: Ctx, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const single: Candidate[] = [];
  const groups = Map.groupBy(candidates, ({ member, kind, object, actor }) =>
    [member, kind, object, actor].join(' '),
  );
  for (const group of groups.values()) {
    const [first] = group;
    const records = new Set(group.map(({ recordId }) => recordId)).size;
    if (!first || !gathered.has(first.kind)) single.push(...group);
    else if (!(await addToMany(ctx, first, records)))
      if (records <= most) single.push(...group);
      else await storeNotices(ctx, [manyOf(first, records)]);
  }
  return single;
}

const manyOf = ({ member, kind, actor, at, event }: Candidate, count: number) => ({
  member,
  kind,
  actor,
  at,
  params: { count, of: event.object },
  key: `${kind}:many:${event.object}:${event.transaction}.${event.id}`,
});

/** Whether there was one that goes on. */
async function addToMany(ctx: Ctx, first: Candidate, count: number): Promise<boolean> {
  const rows = await ctx.db.prepared(
    `update ${qualified(ctx.workspace.schema, 'notice')}
     set params = jsonb_set(params, '{count}', to_jsonb((params->>'count')::int + $1::int)), at = greatest(at, $2::timestamptz)
     where member_id = $3 and kind = $4 and actor_id is not distinct from $5::uuid and params->>'of' = $6
       and object is null and read_at is null and at > $2::timestamptz - make_interval(mins => ${pauseMinutes})
     returning 1`,
    [count, first.at, first.member, first.kind, first.actor, first.event.object],
  );
  if (rows.length > 0) await ringBells(ctx, [first.member]);
  return rows.length > 0;
}
