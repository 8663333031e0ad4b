import type { Ctx } from '../context.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import { qualified } from '../records/sql.ts';
import { matchRules, type MatchRule } from './match-rules.ts';

interface Link {
  object: ModelObject;
  field: ModelField;
}

const exactRule = ({ object, field }: Link): MatchRule | undefined =>
  matchRules(object).find((rule) => rule.field.key === field.key && rule.match === 'exact');

/** Where a relation is itself evidence, its keys follow records that were pointed elsewhere. */
export async function moveExactKeys(
  ctx: Ctx,
  link: Link,
  from: readonly string[],
  to: string,
): Promise<void> {
  const rule = exactRule(link);
  if (!rule) return;
  const table = qualified(ctx.workspace.schema, 'match_key');
  await ctx.db.query(
    `with gone as (
       delete from ${table} where object = $1 and rule = $2 and key = any($3::text[]) returning record_id
     )
     insert into ${table} (object, rule, key, form, record_id) select distinct $1, $2, $4, 0, record_id from gone
     on conflict do nothing`,
    [link.object.key, rule.name, from, to],
  );
}

/** The same for those that a merge moved and its undoing pointed back. */
export async function returnExactKeys(
  ctx: Ctx,
  link: Link,
  { mergeId, survivor, merged }: { mergeId: string; survivor: string; merged: readonly string[] },
): Promise<void> {
  const rule = exactRule(link);
  if (!rule) return;
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  await ctx.db.query(
    `with log as (
       select record_id, before from ${table('merge_link')}
       where merge_id = $4::uuid and object = $1 and field = $6
     ), gone as (
       delete from ${table('match_key')} m using log where m.object = $1 and m.rule = $2 and m.key = $3
         and m.record_id = log.record_id and not $3 = any(log.before) returning m.record_id
     )
     insert into ${table('match_key')} (object, rule, key, form, record_id)
     select distinct $1, $2, b, 0, record_id from gone join log using (record_id), unnest(before) b
     where b = any($5::text[]) on conflict do nothing`,
    [link.object.key, rule.name, survivor, mergeId, merged, link.field.key],
  );
}

/** The same for those whose relation was cleared because what it pointed to is gone. */
export async function dropExactKeys(ctx: Ctx, link: Link, gone: readonly string[]): Promise<void> {
  const rule = exactRule(link);
  if (!rule) return;
  await ctx.db.query(
    `delete from ${qualified(ctx.workspace.schema, 'match_key')} where object = $1 and rule = $2 and key = any($3::text[])`,
    [link.object.key, rule.name, gone],
  );
}
