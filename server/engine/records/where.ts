import type { Condition, Operator, Predicate, RelativeDate } from '#shared/filter.ts';
import type { Model, ModelField, ModelObject } from '#shared/model.ts';
import type { Reach } from '../access/access.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { comparePart } from '../fields/parts.ts';
import type { SqlTarget } from '../fields/kind.ts';
import { findField, type FieldPath } from './field-path.ts';
import { partKind, takeOperand, words } from './operand.ts';
import { references, recordsOf } from './references.ts';
import { instantsOf, relativeDays } from './relative-date.ts';
import { column, columnName, literal, qualified, tableName, type Params } from './sql.ts';

/** The table a condition is about, inside one statement. */
export interface Scope {
  ctx: Ctx;
  object: ModelObject;
  alias: string;
  params: Params;
}

/** SQL for what an actor may reach; `true` reaches all. */
export const reachSql = (scope: Scope, reach: Reach): string =>
  reach === true ? 'true' : whereSql(scope, reach);

/** SQL of a filter or a right, as a boolean expression. Fields were checked when the filter was taken. */
export function whereSql(scope: Scope, predicate: Predicate): string {
  if ('and' in predicate) return joined(scope, predicate.and, ' and ', 'true');
  if ('or' in predicate) return joined(scope, predicate.or, ' or ', 'false');
  // `is not true`: a record whose value is unknown is not what was excluded, so it stays.
  if ('not' in predicate) return `(${whereSql(scope, predicate.not)}) is not true`;
  if ('nothing' in predicate) return 'false';
  if ('shared' in predicate) return sharedSql(scope, predicate.shared);
  if ('reach' in predicate) return throughSql(scope, predicate.reach, predicate.verb);
  if ('within' in predicate) return withinSql(scope, predicate.within, predicate.verb);
  if ('live' in predicate) return liveSql(scope, predicate.live);
  return conditionSql(scope, predicate);
}

const joined = (scope: Scope, parts: readonly Predicate[], word: string, empty: string): string =>
  parts.length === 0 ? empty : `(${parts.map((part) => whereSql(scope, part)).join(word)})`;

/** An array of ids made once per statement, so that the planner can use the primary key beside the owner's index. */
function sharedSql({ ctx, object, alias, params }: Scope, level: 'read' | 'update'): string {
  if (ctx.actor.kind === 'system') return 'true';
  const { id, teamIds, roleId } = ctx.actor;
  // The company's id stands for everyone in it.
  const grantees = params.add([id, ...teamIds, roleId, ctx.workspace.id], 'uuid[]');
  const level_ = level === 'update' ? ` and s.level = 'update'` : '';
  return (
    `${column(alias, 'id')} = any(array(select s.record_id from ${qualified(ctx.workspace.schema, 'share')} s` +
    ` where s.grantee_id = any(${grantees}) and s.object = ${literal(object.key)}${level_}))`
  );
}

function throughSql(scope: Scope, relationKey: string, verb: 'read' | 'update'): string {
  const relation = scope.object.fields.get(relationKey);
  const target = relation && recordsOf(scope.ctx.model, relation);
  if (relation?.kind === 'links') return linkedSql(scope, relation, verb);
  if (!relation || !target) return 'false';
  return existsSql(scope, relation, target, (inner) =>
    reachSql(inner, scope.ctx.access.of(target.key)[verb]),
  );
}

/** Whether its records are seen by their links, or with records that are: from those, links are not followed on. */
const leadsOn = (model: Model, object: ModelObject, known = new Set<ModelObject>()): boolean =>
  !known.has(object) &&
  object.seenWith.some((key) => {
    const field = object.fields.get(key);
    const target = field && recordsOf(model, field);
    return field?.kind === 'links' || (target && leadsOn(model, target, known.add(object)));
  });

/** By a link, a record is seen with one of any object. */
function linkedSql(scope: Scope, links: ModelField, verb: 'read' | 'update'): string {
  const { ctx } = scope;
  const own = column(scope.alias, columnName(links, ''));
  const inner = { ...scope, alias: `${scope.alias}_` };
  const found = [...ctx.model.objects.values()].flatMap((object) => {
    const reach = ctx.access.of(object.key)[verb];
    if (leadsOn(ctx.model, object) || (reach !== true && 'nothing' in reach)) return [];
    const ids = `array(select split_part(l, ':', 2)::uuid from unnest(${own}) l where split_part(l, ':', 1) = ${literal(object.key)})`;
    return [
      `exists (select 1 from ${qualified(ctx.workspace.schema, tableName(object))} ${inner.alias}` +
        ` where ${column(inner.alias, 'id')} = any(${ids}) and ${column(inner.alias, 'deleted_at')} is null` +
        ` and ${reachSql({ ...inner, object }, reach)})`,
    ];
  });
  return found.length === 0 ? 'false' : `(cardinality(${own}) > 0 and (${found.join(' or ')}))`;
}

/**
 * The ids of all records above that are granted, with what lies within those, made once per statement: it grows with the
 * folders of a person, not with what is in them.
 */
function withinSql(scope: Scope, key: string, verb: 'read' | 'update' | 'delete'): string {
  const above = aboveOf(scope, key);
  if (!above) return 'false';
  const { target, own, inner } = above;
  const granted = scope.ctx.access.of(target.key).granted[verb];
  return `${own} = any(${downwardSql(above, `${column(inner.alias, 'deleted_at')} is null and ${reachSql(inner, granted)}`)})`;
}

function liveSql(scope: Scope, key: string): string {
  const above = aboveOf(scope, key);
  if (!above) return 'false';
  const gone = downwardSql(above, `${column(above.inner.alias, 'deleted_at')} is not null`);
  return `(${above.own} = any(${gone})) is not true`;
}

interface Above {
  target: ModelObject;
  /** The column that names the record above. */
  own: string;
  /** Of the records above, in the statement's parameters. */
  inner: Scope;
}

function aboveOf(scope: Scope, key: string): Above | undefined {
  const relation = scope.object.fields.get(key);
  const target = relation && recordsOf(scope.ctx.model, relation);
  if (!relation || !target) return undefined;
  const own = column(scope.alias, columnName(relation, ''));
  return { target, own, inner: { ...scope, object: target, alias: `${scope.alias}_` } };
}

/** The ids of those records, and of all living ones of the same object within them. */
function downwardSql({ target, inner }: Above, condition: string): string {
  const table = qualified(inner.ctx.workspace.schema, tableName(target));
  const parent = target.within === undefined ? undefined : target.fields.get(target.within);
  const first = `select ${column(inner.alias, 'id')} from ${table} ${inner.alias} where ${condition}`;
  if (!parent) return `array(${first})`;
  return (
    `array(with recursive down (id) as (${first} union select f.id from ${table} f` +
    ` join down on ${column('f', columnName(parent, ''))} = down.id where f.deleted_at is null) select id from down)`
  );
}

function existsSql(
  scope: Scope,
  relation: ModelField,
  target: ModelObject,
  condition: (inner: Scope) => string,
): string {
  const inner: Scope = { ...scope, object: target, alias: `${scope.alias}_` };
  const own = column(scope.alias, columnName(relation, ''));
  const id = column(inner.alias, 'id');
  const match = references[relation.kind]?.many ? `${id} = any(${own})` : `${id} = ${own}`;
  return (
    `exists (select 1 from ${qualified(scope.ctx.workspace.schema, tableName(target))} ${inner.alias}` +
    ` where ${match} and ${column(inner.alias, 'deleted_at')} is null and ${condition(inner)})`
  );
}

function conditionSql(scope: Scope, condition: Condition): string {
  const path = findField(scope.ctx, scope.object, condition.field, true);
  // A right or a saved view may name a field that is gone since; then nothing matches.
  if (!path) return 'false';
  if (!path.via) return fieldSql(scope, path, condition);
  const { relation, target } = path.via;
  return existsSql(scope, relation, target, (inner) => {
    const seen = reachSql(inner, scope.ctx.access.of(target.key).read);
    return `${seen} and ${fieldSql(inner, path, condition)}`;
  });
}

function fieldSql(scope: Scope, path: FieldPath, { op, value }: Condition): string {
  const { field, part } = path;
  const kind = sqlKind(field);
  const target: SqlTarget = {
    column: (suffix) => column(scope.alias, columnName(field, suffix)),
    param: (operand, type) => scope.params.add(operand, type),
  };
  const suffix = part === undefined ? '' : kind.parts?.[part];
  if (suffix === undefined) return 'false';
  if (op === 'isEmpty' || op === 'isNotEmpty') {
    const columns = part === undefined ? kind.columns(field).map((each) => each.suffix) : [suffix];
    const empty = `(${columns.map((each) => `${target.column(each)} is null`).join(' and ')})`;
    return op === 'isEmpty' ? empty : `not ${empty}`;
  }
  const relative = part === undefined ? words.relative(value) : undefined;
  if (relative) return relativeSql(scope, target, kind.time === 'day', op, relative);
  const word = wordOperand(scope.ctx, value);
  if (word !== undefined) return wordSql(target, op, word, references[field.kind]?.many === true);
  const taken = takeOperand(path, op, value);
  if (!taken.ok) return 'false';
  const behaves = partKind(path);
  return behaves
    ? comparePart(behaves, op, taken.value, target, suffix)
    : kind.condition(op, taken.value, target, field);
}

/** The ids that `me`, `myTeam` and `myTeams` stand for; the system is nobody and in no team. */
function wordOperand({ actor }: Ctx, value: unknown): readonly string[] | undefined {
  if (words.me(value)) return actor.kind === 'member' ? [actor.id] : [];
  if (words.myTeam(value)) return actor.kind === 'member' ? actor.teamIds : [];
  if (words.myTeams(value)) return actor.kind === 'member' ? actor.teamIdsBelow : [];
  return undefined;
}

function wordSql(target: SqlTarget, op: Operator, ids: readonly string[], isList: boolean): string {
  if (isList) return `${target.column('')} && ${target.param(ids, 'uuid[]')}`;
  const negative = op === 'ne' || op === 'notIn';
  const [only] = ids;
  // One id as an equality: the planner then walks the index in the order of the list.
  const match =
    ids.length === 1 && only !== undefined
      ? `${target.column('')} = ${target.param(only, 'uuid')}`
      : `${target.column('')} = any(${target.param(ids, 'uuid[]')})`;
  return negative ? `(${match}) is not true` : match;
}

function relativeSql(
  scope: Scope,
  target: SqlTarget,
  days: boolean,
  op: Operator,
  relative: RelativeDate,
): string {
  const { timeZone } = scope.ctx.actor;
  const range = relativeDays(relative, scope.ctx.now, timeZone);
  const { start, end } = days
    ? { start: range.start.toString(), end: range.end.toString() }
    : instantsOf(range, timeZone);
  const type = days ? 'date' : 'timestamptz';
  const own = target.column('');
  const from = () => target.param(start, type);
  const to = () => target.param(end, type);
  const within = () => `(${own} >= ${from()} and ${own} < ${to()})`;
  const sql: Partial<Record<Operator, () => string>> = {
    eq: within,
    ne: () => `${within()} is not true`,
    lt: () => `${own} < ${from()}`,
    lte: () => `${own} < ${to()}`,
    gt: () => `${own} >= ${to()}`,
    gte: () => `${own} >= ${from()}`,
  };
  return sql[op]?.() ?? 'false';
}
