import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { layoutOf, columnsSql, type LayoutEntry } from './layout.ts';
import { nameIn, references } from './references.ts';
import { column, columnName, qualified, tableName } from './sql.ts';
import type { Values } from './rules.ts';
import { titleSql } from './title-sql.ts';
import { reachSql, type Scope } from './where.ts';

/** A record as the API answers it. */
export type PresentedRecord = { id: string; version: number } & Record<string, unknown>;

/** What to select for presenting records of an object to an actor, and how to read the rows. */
export interface Selection {
  columns: string;
  joins: string;
  /** Cells that `columns` gives. */
  width: number;
  read(ctx: Ctx, cells: readonly unknown[]): PresentedRecord;
}

interface Prepared {
  entries: readonly LayoutEntry[];
  /** Entries with cells of their own behind the plain columns: titles of what they refer to. */
  titled: readonly LayoutEntry[];
  columns: string;
}

/** `keys`: the fields asked for; everything the actor may see when absent. */
export function selectionOf(scope: Scope, keys?: readonly string[]): Selection {
  const { entries, titled, columns } = prepare(scope, keys);
  const plainWidth = entries.reduce((sum, entry) => sum + entry.columns.length, 0);
  const titles = titled.map((entry, i) => referenceTitle(scope, entry.field, `r${i}`));
  const titleCell = new Map(titled.map((entry, i) => [entry.field.key, plainWidth + i]));
  return {
    columns: [columns, ...titles.map(({ expression }) => expression)].join(', '),
    joins: titles.map(({ join }) => join).join(''),
    width: plainWidth + titled.length,
    read: (ctx, cells) => readRecord(ctx, entries, titleCell, cells),
  };
}

const preparedOf = new WeakMap<ModelObject, Map<string, Prepared>>();
/** Different field lists of one object that are kept; clients use a handful. */
const mostKept = 200;

function prepare({ ctx, object, alias }: Scope, keys: readonly string[] | undefined): Prepared {
  const { hidden } = ctx.access.of(object.key);
  const name = `${alias}|${keys?.join(',') ?? '*'}|${[...hidden].join(',')}`;
  const kept = preparedOf.get(object) ?? new Map<string, Prepared>();
  preparedOf.set(object, kept);
  const known = kept.get(name);
  if (known) return known;
  const asked = keys && new Set([...alwaysShown, ...keys]);
  const entries = layoutOf(object).entries.filter(
    ({ field }) => !hidden.has(field.key) && (asked ? asked.has(field.key) : true),
  );
  const prepared = {
    entries: [...entries].toSorted((a, b) => rank(a.field) - rank(b.field)),
    titled: entries.filter(({ field }) => field.key !== 'id' && needsTitle(field)),
    columns: '',
  };
  prepared.columns = columnsSql(prepared.entries, alias);
  if (kept.size >= mostKept) kept.clear();
  kept.set(name, prepared);
  return prepared;
}

const firstShown = ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];
const alwaysShown = ['id', 'version'];
const rank = (field: ModelField) =>
  field.system && firstShown.includes(field.key)
    ? firstShown.indexOf(field.key)
    : firstShown.length;

/** People and teams are in memory; other titles come with the row. */
function needsTitle(field: ModelField): boolean {
  const to = references[field.kind]?.to;
  return to === 'record' || to === 'file';
}

function referenceTitle(
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

/** A record as it is in memory, where nothing of it needs a title from the database; undefined where something does. */
export function presentInMemory(scope: Scope, values: Values): PresentedRecord | undefined {
  const { entries, titled } = prepare(scope, undefined);
  if (titled.some(({ field }) => (values[field.key] ?? null) !== null)) return undefined;
  const record: Record<string, unknown> = {};
  for (const { field } of entries) {
    const value = values[field.key] ?? null;
    if (field.key === 'deletedAt' && value === null) continue;
    record[field.key] = presentValue(scope.ctx, field, value, undefined);
  }
  // The layout of every object begins with id and version.
  return record as PresentedRecord;
}

function readRecord(
  ctx: Ctx,
  entries: readonly LayoutEntry[],
  titleCell: ReadonlyMap<string, number>,
  cells: readonly unknown[],
): PresentedRecord {
  const record: Record<string, unknown> = {};
  let start = 0;
  for (const { field, kind, columns } of entries) {
    const end = start + columns.length;
    const value = kind.load(end - start === 1 ? [cells[start]] : cells.slice(start, end), field);
    start = end;
    if (field.key === 'deletedAt' && value === null) continue;
    const at = titleCell.get(field.key);
    record[field.key] = presentValue(ctx, field, value, at === undefined ? undefined : cells[at]);
  }
  // The layout of every object begins with these two.
  return record as PresentedRecord;
}

function presentValue(ctx: Ctx, field: ModelField, value: unknown, titled: unknown): unknown {
  const reference = references[field.kind];
  if (value === null || !reference || field.key === 'id') return value;
  if (reference.to === 'member') {
    return { id: value, title: nameIn(ctx.directory.members, value) };
  }
  if (reference.to === 'team') {
    return { id: value, title: nameIn(ctx.directory.teams, value) };
  }
  if (reference.many) return titled ?? [];
  return reference.to === 'file' ? titled : { id: value, title: titled ?? null };
}
