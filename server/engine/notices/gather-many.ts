import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import type { Candidate } from './read-changes.ts';
import { ringBells, storeNotices } from './store-notices.ts';

/** More than these at once, of one kind and by one person, are told as one: fifty lines tell less than their number. */
const most = 5;
/** Little by little as well; it is not known beforehand how many there will be. */
const mostInARow = 20;
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
    if (!first || !gathered.has(first.kind)) {
      single.push(...group);
      continue;
    }
    const { goesOn, recent } = await addToMany(ctx, first, records);
    if (goesOn) continue;
    if (records <= most && recent + records <= mostInARow) single.push(...group);
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

/** Adds to the one that goes on, when there is one; and says how many were told one by one a moment ago. */
async function addToMany(
  ctx: Ctx,
  first: Candidate,
  count: number,
): Promise<{ goesOn: boolean; recent: number }> {
  const [row] = await ctx.db.prepared(
    `with recent as (
       select id, object from ${qualified(ctx.workspace.schema, 'notice')}
       where member_id = $3 and kind = $4 and actor_id is not distinct from $5::uuid and read_at is null
         and (object = $6 or object is null and params->>'of' = $6)
         and at > $2::timestamptz - make_interval(mins => ${pauseMinutes})
     ), added as (
       update ${qualified(ctx.workspace.schema, 'notice')} n
       set params = jsonb_set(params, '{count}', to_jsonb((params->>'count')::int + $1::int)), at = greatest(at, $2::timestamptz)
       where n.id in (select id from recent where object is null) returning 1
     )
     select (select count(*)::int from added), (select count(*)::int from recent where object is not null)`,
    [count, first.at, first.member, first.kind, first.actor, first.event.object],
  );
  const goesOn = Number(row?.[0] ?? 0) > 0;
  if (goesOn) await ringBells(ctx, [first.member]);
  return { goesOn, recent: Number(row?.[1] ?? 0) };
}
