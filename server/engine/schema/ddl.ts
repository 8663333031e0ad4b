import { literal, qualified, quote } from '../records/sql.ts';
import type { Step } from './plan.ts';
import type { ColumnSpec, ForeignKeySpec } from './spec.ts';

/** The DDL of one step in a workspace's schema. */
export function ddl(step: Step, schema: string): string {
  const at = (table: string) => qualified(schema, table);
  // Each entry takes exactly the step it is filed under, which the type system cannot correlate.
  return statements[step.step](step as never, at);
}

type At = (table: string) => string;
type Of<S extends Step['step']> = Extract<Step, { step: S }>;

const statements: { [S in Step['step']]: (step: Of<S>, at: At) => string } = {
  createTable: ({ table }, at) => {
    const lines = [
      ...table.columns.map(columnSql),
      `primary key (${table.primaryKey.map(quote).join(', ')})`,
    ];
    const partition = table.partitionBy ? ` partition by list (${quote(table.partitionBy)})` : '';
    return `create table ${at(table.name)} (\n  ${lines.join(',\n  ')}\n)${partition}`;
  },
  // Made beside the others and then attached: `partition of` would lock out every writer of all of them.
  createPartition: ({ table, of, value }, at) =>
    `create table ${at(table)} (like ${at(of)} including defaults);\n` +
    `alter table ${at(of)} attach partition ${at(table)} for values in (${literal(value)})`,
  addColumn: ({ table, column, key }, at) =>
    `alter table ${at(table)} add column ${columnSql(column)}` +
    (key ? ` constraint ${quote(key.name)} ${referenceSql(key, at)}` : ''),
  createIndex: ({ table, index }, at) =>
    `create ${index.unique ? 'unique ' : ''}index ${quote(index.name)} on ${at(table)}` +
    ` using ${index.method} (${index.on.map(indexTerm).join(', ')})` +
    (index.where ? ` where ${index.where}` : ''),
  addForeignKey: ({ table, key }, at) =>
    `alter table ${at(table)} add constraint ${quote(key.name)}` +
    ` foreign key (${quote(key.column)}) ${referenceSql(key, at)}`,
  dropTable: ({ table }, at) => `drop table ${at(table)}`,
  dropColumn: ({ table, column }, at) => `alter table ${at(table)} drop column ${quote(column)}`,
  changeColumn: ({ table, before, after }, at) => {
    const column = `alter column ${quote(after.name)}`;
    const parts = [
      ...(before.type === after.type
        ? []
        : [`${column} type ${after.type} using ${quote(after.name)}::${after.type}`]),
      ...(before.notNull === after.notNull
        ? []
        : [`${column} ${after.notNull ? 'set' : 'drop'} not null`]),
      ...(before.default === after.default
        ? []
        : [`${column} ${after.default ? `set default ${after.default}` : 'drop default'}`]),
    ];
    return `alter table ${at(table)} ${parts.join(', ')}`;
  },
  dropIndex: ({ index }, at) => `drop index ${at(index)}`,
  dropForeignKey: ({ table, key }, at) => `alter table ${at(table)} drop constraint ${quote(key)}`,
};

const referenceSql = (key: ForeignKeySpec, at: At): string =>
  `references ${at(key.table)} (id) on delete set null`;

const columnSql = (column: ColumnSpec): string =>
  `${quote(column.name)} ${column.type}${column.notNull ? ' not null' : ''}` +
  (column.default === undefined ? '' : ` default ${column.default}`);

/** A column, with its order or operator class; or a function of a column. */
function indexTerm(term: string): string {
  const [, name, suffix = ''] = /^([a-z0-9_]+)( desc| gin_trgm_ops)?$/.exec(term) ?? [];
  if (name !== undefined) return `${quote(name)}${suffix}`;
  const [, call, column] = /^([a-z]+)\(([a-z0-9_]+)\)$/.exec(term) ?? [];
  if (call === undefined || column === undefined) return quote(term);
  return `${call}(${quote(column)})`;
}
