import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { layoutOf, columnsSql, type LayoutEntry } from './layout.ts';
import { findColumn } from './field-path.ts';
import { needsTitle, referenceTitle } from './reference-title.ts';
import { nameIn, references } from './references.ts';
import { column, columnName, qualified, tableName } from './sql.ts';
import type { Values } from './rules.ts';
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

interface Part extends Omit<Selection, 'read'> {
  read: (ctx: Ctx, cells: readonly unknown[]) => Record<string, unknown>;
}

interface Prepared {
  entries: readonly LayoutEntry[];
  /** Entries with cells of their own behind the plain columns: titles of what they refer to. */
  titled: readonly LayoutEntry[];
  columns: string;
  blank: Record<string, null>;
}

/** `keys`: what is asked for, also `account.region`; everything the actor may see when absent. */
export function selectionOf(scope: Scope, keys?: readonly string[]): Selection {
  const own = ownSelection(scope, keys && [...alwaysShown, ...keys.filter((key) => !isDeep(key))]);
  const through = keys?.some(isDeep) ? throughSelections(scope, keys.filter(isDeep)) : [];
  const parts = [own, ...through];
  return {
    columns: parts.map(({ columns }) => columns).join(', '),
    joins: parts.map(({ joins }) => joins).join(''),
    width: parts.reduce((sum, { width }) => sum + width, 0),
    read: (ctx, cells) => {
      let start = own.width;
      const record = own.read(ctx, cells);
      for (const { width, read } of through) {
        Object.assign(record, read(ctx, cells.slice(start, start + width)));
        start += width;
      }
      // The layout of every object begins with these two.
      return record as PresentedRecord;
    },
  };
}

const isDeep = (key: string): boolean => key.includes('.');

/** What the record itself holds. */
function ownSelection(scope: Scope, keys: readonly string[] | undefined): Part {
  const { entries, titled, columns, blank } = prepare(scope, keys);
  const plainWidth = entries.reduce((sum, entry) => sum + entry.columns.length, 0);
  const titles = titled.map((entry, i) =>
    referenceTitle(scope, entry.field, `${scope.alias}r${i}`),
  );
  const titleCell = new Map(titled.map((entry, i) => [entry.field.key, plainWidth + i]));
  return {
    columns: [columns, ...titles.map(({ expression }) => expression)].join(', '),
    joins: titles.map(({ join }) => join).join(''),
    width: plainWidth + titled.length,
    read: (ctx, cells) => readRecord(ctx, { entries, blank }, titleCell, cells),
  };
}

/** What the records hold that relations lead to, named by the way there; nothing of one out of the actor's reach. */
function throughSelections(scope: Scope, paths: readonly string[]): Part[] {
  const found = paths.flatMap((path) => findColumn(scope.ctx, scope.object, path) ?? []);
  const relations = new Map(found.flatMap(({ via }) => (via ? [[via.relation.key, via]] : [])));
  return [...relations.values()].map(({ relation, target }, i) => {
    const inner: Scope = { ...scope, object: target, alias: `${scope.alias}v${i}` };
    const keys = found.flatMap(({ field, via }) => (via?.relation === relation ? field.key : []));
    const { columns, joins, width, read } = ownSelection(inner, keys);
    const table = qualified(scope.ctx.workspace.schema, tableName(target));
    const own = column(scope.alias, columnName(relation, ''));
    const seen = reachSql(inner, scope.ctx.access.of(target.key).read);
    const join =
      ` left join ${table} ${inner.alias} on ${column(inner.alias, 'id')} = ${own}` +
      ` and ${column(inner.alias, 'deleted_at')} is null and ${seen}`;
    return {
      columns,
      joins: join + joins,
      width,
      read: (ctx, cells) =>
        Object.fromEntries(
          Object.entries(read(ctx, cells)).map(([key, value]) => [`${relation.key}.${key}`, value]),
        ),
    };
  });
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
  const asked = keys && new Set(keys);
  const entries = layoutOf(object).entries.filter(
    ({ field }) => !hidden.has(field.key) && (asked ? asked.has(field.key) : true),
  );
  const prepared = {
    entries: [...entries].toSorted((a, b) => rank(a.field) - rank(b.field)),
    titled: entries.filter(({ field }) => field.key !== 'id' && needsTitle(field)),
    columns: '',
    blank: {},
  };
  prepared.columns = columnsSql(prepared.entries, alias);
  prepared.blank = blankOf(prepared.entries);
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

/**
 * A record with all its keys and no values, to be copied and filled: an object that gets some seventy keys one by one
 * becomes a dictionary, which is several times as slow to fill, to copy and to write as JSON.
 */
function blankOf(entries: readonly LayoutEntry[]): Record<string, null> {
  const keys = entries.map(({ field }) => field.key).filter((key) => key !== 'deletedAt');
  // What comes from a text gets its shape at once.
  return JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, null]))));
}

function readRecord(
  ctx: Ctx,
  { entries, blank }: Pick<Prepared, 'entries' | 'blank'>,
  titleCell: ReadonlyMap<string, number>,
  cells: readonly unknown[],
): Record<string, unknown> {
  const record: Record<string, unknown> = { ...blank };
  let start = 0;
  for (const { field, kind, columns } of entries) {
    const end = start + columns.length;
    const value = kind.load(end - start === 1 ? [cells[start]] : cells.slice(start, end), field);
    start = end;
    if (field.key === 'deletedAt' && value === null) continue;
    const at = titleCell.get(field.key);
    record[field.key] = presentValue(ctx, field, value, at === undefined ? undefined : cells[at]);
  }
  return record;
}

function presentValue(ctx: Ctx, field: ModelField, value: unknown, titled: unknown): unknown {
  const reference = references[field.kind];
  if (value === null || !reference || field.key === 'id') return value;
  if (reference.to === 'member') {
    const named = (id: unknown) => ({ id, title: nameIn(ctx.directory.members, id) });
    return Array.isArray(value) ? value.map(named) : named(value);
  }
  if (reference.to === 'team') {
    return { id: value, title: nameIn(ctx.directory.teams, value) };
  }
  // Named afterwards, see name-links.ts.
  if (reference.to === 'link') return value;
  if (reference.many) return titled ?? [];
  return reference.to === 'file' ? titled : { id: value, title: titled ?? null };
}
