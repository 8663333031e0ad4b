import { reactionKinds, type Reactions } from '#shared/reactions.ts';
import type { Ctx } from '../context.ts';
import { nameIn } from '../records/references.ts';
import { qualified } from '../records/sql.ts';

/** Names that are told of one kind; of the others only the number. */
const mostNames = 20;

/** Reactions by record, in the order in which they are offered. The caller has made sure that the records may be seen. */
export async function readReactions(
  ctx: Ctx,
  links: readonly { object: string; id: string }[],
): Promise<Map<string, Reactions[]>> {
  if (links.length === 0) return new Map();
  const me = ctx.actor.kind === 'member' ? ctx.actor.id : null;
  const rows = await ctx.db.prepared(
    `select r.record_id, r.kind, count(*), bool_or(r.member_id = $3::uuid) is true,
       (array_agg(r.member_id order by r.created_at, r.member_id))[1:${mostNames}]
     from unnest($1::text[], $2::uuid[]) as l(object, record_id)
     join ${qualified(ctx.workspace.schema, 'reaction')} r on r.object = l.object and r.record_id = l.record_id
     group by r.record_id, r.kind`,
    [links.map(({ object }) => object), links.map(({ id }) => id), me],
  );
  const found = new Map<string, Reactions[]>();
  for (const kind of reactionKinds)
    for (const [id, of, count, mine, members] of rows) {
      if (of !== kind) continue;
      const ids: unknown[] = Array.isArray(members) ? members : [];
      const names = ids.flatMap((member) => nameIn(ctx.directory.members, member) ?? []);
      const known = found.get(String(id)) ?? [];
      found.set(String(id), [...known, { kind, count: Number(count), mine: mine === true, names }]);
    }
  return found;
}
