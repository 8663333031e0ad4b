import type { ValueError } from '#shared/errors.ts';
import { sqlKind } from '../fields/index.ts';
import { findField, type FieldPath } from './field-path.ts';
import { recordsOf, references } from './references.ts';
import { column, columnName, literal, qualified, tableName } from './sql.ts';
import { titleSql } from './title-sql.ts';
import { reachSql, type Scope } from './where.ts';

export const buckets = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Bucket = (typeof buckets)[number];

/** What records are grouped by. */
export interface Dimension {
  path: FieldPath;
  expression: string;
  /** Title of the record a group stands for. */
  title: string;
  join: string;
}

const untitled = 'null::text';

/** One field to group by; what is wrong with it is added to `errors`. */
export function dimension(
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
  const { time, groupBy, parts } = sqlKind(path.field);
  if (!canGroup(path) || (bucket !== undefined && time === undefined)) {
    errors.push({
      path: bucket === undefined ? `${at}.field` : `${at}.bucket`,
      code: 'badOperator',
      params: { op: bucket ?? 'groupBy' },
    });
    return undefined;
  }
  const { join, alias } = joinVia(scope, path, index);
  const suffix = path.part === undefined ? '' : parts?.[path.part];
  const own = column(alias, columnName(path.field, suffix ?? ''));
  if (path.part !== undefined) return { path, expression: own, title: untitled, join };
  if (time !== undefined) {
    const zone = () => scope.params.add(scope.ctx.actor.timeZone, 'text');
    const local = time === 'day' ? own : `(${own} at time zone ${zone()})`;
    const day = `date_trunc(${literal(bucket ?? 'day')}, ${local})::date`;
    return { path, expression: day, title: untitled, join };
  }
  const element = groupBy === 'element';
  const titled = titledSql(scope, path, own, index);
  if (titled) {
    // Only what is in reach is an element of a list; one relation keeps its id, and loses its title.
    return element
      ? { path, expression: titled.id, title: titled.title, join: join + titled.each }
      : { path, expression: own, title: titled.title, join: join + titled.single };
  }
  if (!element) return { path, expression: own, title: untitled, join };
  const each = `e${index}`;
  return {
    path,
    expression: each,
    title: untitled,
    join: `${join} left join lateral unnest(${own}) ${each} on true`,
  };
}

/** Not through a list of relations: a record would count several times in one group. */
export const canGroup = ({ field, part, via }: FieldPath): boolean =>
  !(via && references[via.relation.kind]?.many) &&
  (part !== undefined || sqlKind(field).groupBy !== undefined);

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

/** The records a relation leads to, joined for their titles. */
function titledSql(scope: Scope, { field }: FieldPath, own: string, index: number) {
  const target = field.key === 'id' ? undefined : recordsOf(scope.ctx.model, field);
  if (!target) return undefined;
  const alias = `g${index}`;
  const seen = reachSql({ ...scope, object: target, alias }, scope.ctx.access.of(target.key).read);
  const table = qualified(scope.ctx.workspace.schema, tableName(target));
  const condition = `${alias}.deleted_at is null and ${seen}`;
  return {
    id: column(alias, 'id'),
    title: titleSql(scope.ctx, target, alias),
    single: ` left join ${table} ${alias} on ${alias}.id = ${own} and ${condition}`,
    each: ` left join ${table} ${alias} on ${alias}.id = any(${own}) and ${condition}`,
  };
}
