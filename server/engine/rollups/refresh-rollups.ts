import type { Rollup } from '#shared/define.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { wakeReaders } from '../realtime/wake.ts';
import { tableOf } from '../records/find-object.ts';
import { idsIn, references } from '../records/references.ts';
import type { Values } from '../records/rules.ts';
import { column, columnName, literal, Params, qualified, quote } from '../records/sql.ts';
import { whereSql, type Scope } from '../records/where.ts';
import { allRollups, rollupsOf, type RollupGroup } from './rollups-of.ts';

/** After records of an object were written, with what they held before and hold now. */
export async function refreshRollups(
  ctx: Ctx,
  source: ModelObject,
  written: readonly (Readonly<Values> | null)[],
): Promise<void> {
  for (const group of rollupsOf(ctx.model, source)) {
    const ids = written.flatMap((values) => idsIn(values?.[group.via.key]));
    if (ids.length > 0) await refreshGroup(ctx, source, group, [...new Set(ids)]);
  }
}

/** What records themselves show, after others were made to point to them or away from them without being written. */
export async function refreshOwnRollups(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<void> {
  for (const { source, group } of allRollups(ctx.model))
    if (group.target === object) await refreshGroup(ctx, source, group, ids);
}

/**
 * Works the fields of a group out for these records. They get no version and no line in the history, for nobody changed
 * them; the records are locked first, so that whoever comes second counts what the first one wrote.
 */
export async function refreshGroup(
  ctx: Ctx,
  source: ModelObject,
  { target, via, fields }: RollupGroup,
  ids: readonly string[],
): Promise<void> {
  const table = tableOf(ctx, target);
  await ctx.db.query(
    `select from ${table} t where t.id = any($1::uuid[]) order by t.id for no key update`,
    [ids],
  );
  // Days are those of the company, whoever happens to write.
  const timeZone = ctx.workspace.settings.timeZone;
  const reckoning: Ctx = { ...ctx, actor: { ...ctx.actor, timeZone } };
  const scope: Scope = { ctx: reckoning, object: source, alias: 's', params: new Params() };
  const own = column('s', columnName(via, ''));
  const points = references[via.kind]?.many ? `${own} @> array[x.id]` : `${own} = x.id`;
  const names = fields.map((field) => columnName(field, ''));
  const values = fields.map((field, i) => `${valueSql(scope, field)} as c${i}`);
  const asked = scope.params.add(ids, 'uuid[]');
  const { actor } = ctx;
  const by = scope.params.add(actor.kind === 'member' ? actor.id : null, 'uuid');
  const at = scope.params.add(ctx.now.toISOString(), 'timestamptz');
  const keys = scope.params.add(
    fields.map(({ key }) => key),
    'text[]',
  );
  await ctx.db.query(
    `with r as (select x.id, a.* from unnest(${asked}) x(id), lateral (select ${values.join(', ')}
       from ${tableOf(ctx, source)} s where ${points} and s.deleted_at is null) a),
     u as (update ${table} t set ${names.map((name, i) => `${quote(name)} = r.c${i}`).join(', ')}
       from r where t.id = r.id and (${names.map((name) => column('t', name)).join(', ')})
       is distinct from (${names.map((_, i) => `r.c${i}`).join(', ')}) returning t.id, t.version)
     insert into ${qualified(ctx.workspace.schema, 'outbox')} (at, kind, object, record_id, version, actor_id, fields)
     select ${at}, 'record.derive', ${literal(target.key)}, u.id, u.version, ${by}, ${keys} from u`,
    scope.params.values,
  );
  wakeReaders(ctx);
}

function valueSql(scope: Scope, field: ModelField & { rollup: Rollup }): string {
  const { rollup } = field;
  const condition = rollup.where ? ` filter (where ${whereSql(scope, rollup.where)})` : '';
  const type = sqlKind(field).columns(field)[0]?.type ?? 'text';
  if (rollup.fn === 'count') return `(count(*)${condition})::${type}`;
  const of = scope.object.fields.get(rollup.field);
  if (!of) throw new Error(`${field.key} is worked out from ${rollup.field}, which does not exist`);
  const kind = sqlKind(of);
  const own = column(scope.alias, columnName(of, kind.measure ?? kind.extremes ?? ''));
  const value = (fn: string) => `${fn}(${own})${condition}`;
  const stretch = `${value('max')} - ${value('min')}`;
  if (rollup.fn === 'quietFrom') {
    const rhythm = `(${stretch}) / nullif(${value('count')} - 1, 0)`;
    return `(case when ${value('count')} > 2 then ${value('max')} + ${rhythm} * ${Number(rollup.times)} end)::${type}`;
  }
  if (rollup.fn !== 'everyDays') return `(${value(rollup.fn)})::${type}`;
  return `(extract(epoch from ${stretch}) / 86400 / nullif(${value('count')} - 1, 0))::${type}`;
}
