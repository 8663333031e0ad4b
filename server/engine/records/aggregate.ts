import { invalid, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { findField, type FieldPath } from './field-path.ts';
import { findObject, scopeOf, tableOf } from './find-object.ts';
import { matchSql } from './list.ts';
import { nameIn, references } from './references.ts';
import { column, columnName, literal, qualified, quote, tableName } from './sql.ts';
import { reachSql, type Scope } from './where.ts';

export const buckets = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Bucket = (typeof buckets)[number];
export const measureFunctions = ['count', 'countDistinct', 'sum', 'avg', 'min', 'max'] as const;
export type MeasureFunction = (typeof measureFunctions)[number];

export interface AggregateQuery {
  where?: unknown;
  q?: string | undefined;
  groupBy?: readonly { field: string; bucket?: Bucket | undefined }[];
  measures: readonly { fn: MeasureFunction; field?: string | undefined }[];
}

export interface AggregateResult {
  /** `keys` in the order of groupBy, `values` in the order of measures; decimals and counts of groups as they are. */
  groups: { keys: unknown[]; values: (string | number | null)[] }[];
  /** False when there were more groups than are given. */
  complete: boolean;
}

export const mostGroups = 1000;
const mostDimensions = 3;
const mostMeasures = 10;

/** Counts and sums of what the actor may see, by up to three fields; days are those of the actor's time zone. */
export async function aggregate(
  ctx: Ctx,
  objectKey: string,
  query: AggregateQuery,
): Promise<AggregateResult> {
  const object = findObject(ctx, objectKey);
  const errors: ValueError[] = [];
  const scope = scopeOf(ctx, object);
  const groupBy = query.groupBy ?? [];
  if (groupBy.length > mostDimensions) {
    errors.push({ path: 'groupBy', code: 'tooMany', params: { max: mostDimensions } });
  }
  if (query.measures.length > mostMeasures) {
    errors.push({ path: 'measures', code: 'tooMany', params: { max: mostMeasures } });
  }
  const dimensions = groupBy.map((each, i) => dimension(scope, each, i, errors));
  const measures = query.measures.map((each, i) => measure(scope, each, i, errors));
  if (errors.length > 0) throw invalid(errors);

  const matching = matchSql(scope, query);
  const keys = dimensions.map((each) => each?.expression ?? 'null');
  const titles = dimensions.map((each) => each?.title ?? 'null');
  const places = keys.map((_, i) => String(i + 1)).join(', ');
  const text =
    `select ${[...keys, ...titles.map((title, i) => `${title} as ${quote(`title_${i}`)}`), ...measures].join(', ')}` +
    ` from ${tableOf(ctx, object)} t${dimensions.map((each) => each?.join ?? '').join('')} where ${matching}` +
    (keys.length > 0
      ? ` group by ${places}, ${titles.map((_, i) => keys.length + i + 1).join(', ')}` +
        ` order by ${keys.length * 2 + 1} desc nulls last, ${places} limit ${mostGroups + 1}`
      : '');
  const rows = await ctx.db.query(text, scope.params.values);
  return {
    complete: rows.length <= mostGroups,
    groups: rows.slice(0, mostGroups).map((row) => ({
      keys: dimensions.map((each, i) => presentKey(ctx, each?.path, row[i], row[keys.length + i])),
      values: row.slice(keys.length * 2).map(presentNumber),
    })),
  };
}

interface Dimension {
  path: FieldPath;
  expression: string;
  title: string;
  join: string;
}

function dimension(
  scope: Scope,
  { field: name, bucket }: { field: string; bucket?: Bucket | undefined },
  index: number,
  errors: ValueError[],
): Dimension | undefined {
  const path = findField(scope.ctx, scope.object, name, false);
  const at = `groupBy.${index}`;
  if (!path) {
    errors.push({
      path: `${at}.field`,
      code: 'unknownField',
      params: { field: name.slice(0, 60) },
    });
    return undefined;
  }
  const { join, alias } = joinVia(scope, path, index);
  const suffix = path.part === undefined ? '' : sqlKind(path.field).parts?.[path.part];
  const own = column(alias, columnName(path.field, suffix ?? ''));
  const { kind } = path.field;
  const days = kind === 'date' || kind === 'dateTime';
  const groups = path.part !== undefined || sqlKind(path.field).groupBy !== undefined || days;
  if (!groups || (bucket !== undefined && !days)) {
    errors.push({
      path: bucket === undefined ? `${at}.field` : `${at}.bucket`,
      code: 'badOperator',
      params: { op: bucket ?? 'groupBy' },
    });
    return undefined;
  }
  if (days) {
    const local =
      kind === 'date'
        ? own
        : `(${own} at time zone ${scope.params.add(scope.ctx.actor.timeZone, 'text')})`;
    return {
      path,
      join,
      title: 'null::text',
      expression: `date_trunc(${literal(bucket ?? 'day')}, ${local})::date`,
    };
  }
  if (path.part === undefined && sqlKind(path.field).groupBy === 'element') {
    const element = `e${index}`;
    return {
      path,
      title: 'null::text',
      expression: element,
      join: `${join} left join lateral unnest(${own}) ${element} on true`,
    };
  }
  return { path, expression: own, ...titled(scope, path, own, join, index) };
}

/** The row of the relation a path goes through: only where the actor may see it. */
function joinVia(scope: Scope, { via }: FieldPath, index: number): { join: string; alias: string } {
  if (!via) return { join: '', alias: scope.alias };
  const alias = `v${index}`;
  const seen = reachSql(
    { ...scope, object: via.target, alias },
    scope.ctx.access.of(via.target.key).read,
  );
  const table = qualified(scope.ctx.workspace.schema, tableName(via.target));
  const own = column(scope.alias, columnName(via.relation, ''));
  return {
    alias,
    join: ` left join ${table} ${alias} on ${alias}.id = ${own} and ${alias}.deleted_at is null and ${seen}`,
  };
}

/** Groups by a relation carry the title of the record they stand for. */
function titled(scope: Scope, path: FieldPath, own: string, join: string, index: number) {
  const { field } = path;
  if (field.kind !== 'relation' || field.key === 'id') return { title: 'null::text', join };
  const target = scope.ctx.model.objects.get(field.to);
  const titleField = target?.fields.get(target.title);
  if (!target || !titleField) return { title: 'null::text', join };
  const alias = `g${index}`;
  const seen = reachSql({ ...scope, object: target, alias }, scope.ctx.access.of(target.key).read);
  const table = qualified(scope.ctx.workspace.schema, tableName(target));
  return {
    title: column(alias, columnName(titleField, '')),
    join: `${join} left join ${table} ${alias} on ${alias}.id = ${own} and ${alias}.deleted_at is null and ${seen}`,
  };
}

function measure(
  scope: Scope,
  { fn, field: name }: { fn: MeasureFunction; field?: string | undefined },
  index: number,
  errors: ValueError[],
): string {
  if (fn === 'count' && name === undefined) return 'count(*)';
  const at = `measures.${index}`;
  const path = name === undefined ? undefined : findField(scope.ctx, scope.object, name, false);
  if (!path || path.via) {
    errors.push({
      path: `${at}.field`,
      code: name === undefined ? 'required' : 'unknownField',
      params: { field: (name ?? '').slice(0, 60) },
    });
    return 'null';
  }
  const kind = sqlKind(path.field);
  const plain = column(scope.alias, columnName(path.field, ''));
  if (fn === 'count') return `count(${plain})`;
  if (fn === 'countDistinct') return `count(distinct ${plain})`;
  const ordered = kind.sortBy === undefined ? undefined : [kind.sortBy].flat()[0];
  const suffix = fn === 'sum' || fn === 'avg' ? kind.measure : (kind.measure ?? ordered);
  if (suffix === undefined) {
    errors.push({ path: `${at}.fn`, code: 'badOperator', params: { op: fn } });
    return 'null';
  }
  return `${fn}(${column(scope.alias, columnName(path.field, suffix))})`;
}

function presentKey(ctx: Ctx, path: FieldPath | undefined, key: unknown, title: unknown): unknown {
  const reference = path && path.part === undefined ? references[path.field.kind] : undefined;
  if (key === null || !reference || path?.field.key === 'id') return key;
  const names = { member: ctx.directory.members, team: ctx.directory.teams };
  if (reference.to === 'member' || reference.to === 'team') {
    return { id: key, title: nameIn(names[reference.to], key) };
  }
  return { id: key, title };
}

const presentNumber = (cell: unknown): string | number | null => {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  return /^-?\d+\.\d+$/.test(cell) ? cell.replace(/\.?0+$/, '') : cell;
};
