import { v7 as newId } from 'uuid';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import { withTransaction } from '../transaction.ts';
import type { Group } from './join-pairs.ts';

/** Groups written in one transaction: short, so that nobody waits for it. */
const chunk = 2000;

/**
 * Puts the groups of a scan in place of those before. A group keeps its id as long as most of its members stay together,
 * and stays dismissed as long as nobody new is in it.
 */
export async function storeGroups(
  ctx: Ctx,
  object: ModelObject,
  runId: string,
  groups: readonly Group[],
): Promise<void> {
  const idOf = keepIds(await storedMembers(ctx, object));
  for (let start = 0; start < groups.length; start += chunk) {
    const rows = groups.slice(start, start + chunk).map(({ score, marks, members }) => ({
      id: idOf(members.map(({ id }) => id)),
      score,
      rules: marks,
      ids: members.map(({ id }) => id),
      members: members.map(({ id, score: own, marks: rules }) => ({
        record_id: id,
        score: own,
        rules,
      })),
    }));
    await withTransaction(ctx, (inside) => writeGroups(inside, object, runId, rows));
  }
  await withTransaction(ctx, (inside) => removeOthers(inside, object, runId));
}

async function storedMembers(ctx: Ctx, object: ModelObject): Promise<Map<string, string>> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const rows = await ctx.db.query(
    `select m.record_id, m.group_id from ${table('duplicate_group_member')} m
     join ${table('duplicate_group')} g on g.id = m.group_id where g.object = $1 order by m.group_id`,
    [object.key],
  );
  return new Map(rows.map(([record, group]) => [String(record), String(group)]));
}

/** The id of the stored group that most of the members come from, unless another group has it by now. */
export function keepIds(groupOf: ReadonlyMap<string, string>): (members: string[]) => string {
  const taken = new Set<string>();
  return (members) => {
    const before = members.flatMap((id) => groupOf.get(id) ?? []).filter((id) => !taken.has(id));
    const [largest] = [...Map.groupBy(before, (id) => id)].toSorted(
      ([, a], [, b]) => b.length - a.length,
    );
    const id = largest?.[0] ?? newId();
    taken.add(id);
    return id;
  };
}

async function writeGroups(
  ctx: Ctx,
  object: ModelObject,
  runId: string,
  rows: readonly { id: string }[],
): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const json = JSON.stringify(rows);
  await ctx.db.query(
    `insert into ${table('duplicate_group')}
       (id, object, score, rules, run_id, found_at, dismissed_at, dismissed_by, dismissed_members)
     select x.id, $2, x.score, x.rules, $3::uuid, now(), o.dismissed_at, o.dismissed_by, o.dismissed_members
     from jsonb_to_recordset($1::jsonb) as x(id uuid, score int, rules text[], ids uuid[])
     left join ${table('duplicate_group')} o on o.id = x.id and o.dismissed_members @> x.ids
     on conflict (id) do update set score = excluded.score, rules = excluded.rules, run_id = excluded.run_id,
       found_at = excluded.found_at, dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by,
       dismissed_members = excluded.dismissed_members`,
    [json, object.key, runId],
  );
  await ctx.db.query(
    `delete from ${table('duplicate_group_member')} where group_id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  await ctx.db.query(
    `insert into ${table('duplicate_group_member')} (group_id, record_id, score, rules)
     select x.id, m.record_id, m.score, m.rules
     from jsonb_to_recordset($1::jsonb) as x(id uuid, members jsonb),
       jsonb_to_recordset(x.members) as m(record_id uuid, score int, rules text[])`,
    [json],
  );
}

/** What was not found again goes; a dismissed group stays known in case its members meet again. */
async function removeOthers(ctx: Ctx, object: ModelObject, runId: string): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  await ctx.db.query(
    `with gone as (
       delete from ${table('duplicate_group')} where object = $1 and run_id <> $2::uuid and dismissed_at is null
       returning id
     )
     delete from ${table('duplicate_group_member')} m using gone where m.group_id = gone.id`,
    [object.key, runId],
  );
}
