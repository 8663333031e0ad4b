import type { ModelField } from '#shared/model.ts';
import { references } from './references.ts';
import { column, columnName, qualified, tableName } from './sql.ts';
import { titleSql } from './title-sql.ts';
import { reachSql, type Scope } from './where.ts';

/** People and teams are in memory; other titles come with the row. */
export function needsTitle(field: ModelField): boolean {
  const to = references[field.kind]?.to;
  return to === 'record' || to === 'file' || to === 'link';
}

/** What a reference is called, with the join that finds it. */
export function referenceTitle(
  scope: Scope,
  field: ModelField,
  alias: string,
): { expression: string; join: string } {
  const own = column(scope.alias, columnName(field, ''));
  const { many = false } = references[field.kind] ?? {};
  const source = titleSource(scope, field, alias);
  if (!source) return { expression: 'null', join: '' };
  if (many) {
    // Keeps the order in which the ids were given.
    const json = `json_agg(json_build_object('id', ${alias}.id, ${source.members}) order by array_position(${own}, ${alias}.id))`;
    return {
      expression: `(select ${json} from ${source.table} ${alias} where ${alias}.id = any(${own}) and ${source.condition})`,
      join: '',
    };
  }
  return {
    expression: source.single,
    join: ` left join ${source.table} ${alias} on ${alias}.id = ${own} and ${source.condition}`,
  };
}

interface TitleSource {
  table: string;
  condition: string;
  /** Expression for one value, from the joined row. */
  single: string;
  /** Members of each object in a list. */
  members: string;
}

function titleSource(scope: Scope, field: ModelField, alias: string): TitleSource | undefined {
  const { schema } = scope.ctx.workspace;
  if (field.kind === 'file' || field.kind === 'files') {
    const members = `'name', ${alias}.name, 'size', ${alias}.size, 'type', ${alias}.type`;
    return {
      table: qualified(schema, 'file'),
      condition: `${alias}.removed_at is null`,
      single: `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, ${members}) end`,
      members,
    };
  }
  if (field.kind !== 'relation' && field.kind !== 'relations') return undefined;
  const target = scope.ctx.model.objects.get(field.to);
  if (!target) return undefined;
  const title = titleSql(scope.ctx, target, alias);
  // A title is shown only to who may open the record itself.
  const seen = reachSql({ ...scope, object: target, alias }, scope.ctx.access.of(target.key).read);
  return {
    table: qualified(schema, tableName(target)),
    condition: `${alias}.deleted_at is null and ${seen}`,
    single: title,
    members: `'title', ${title}`,
  };
}
