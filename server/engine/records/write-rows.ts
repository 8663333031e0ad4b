import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { keyChanges, type KeyChanges } from '../duplicates/match-keys.ts';
import type { StoreEnv } from '../fields/kind.ts';
import {
  contentSql,
  searchDocument,
  searchedFile,
  type SearchDocument,
} from '../search/document.ts';
import { announceWrites } from '../events/announce-writes.ts';
import {
  lateNumberSql,
  lateNumberValues,
  numberFrom,
  type LateNumber,
} from '../numbering/late-number.ts';
import { tableOf } from './find-object.ts';
import { layoutOf, recordSetSql, type LayoutEntry } from './layout.ts';
import type { Values } from './rules.ts';
import { column, qualified, quote } from './sql.ts';

export type Action = 'create' | 'update' | 'remove' | 'restore' | 'merge' | 'erase';

/** One record to write, with what the history, the search and the outbox keep of it. */
export interface Write {
  values: Values;
  /** Per field: [before, after]. */
  changes: Record<string, [unknown, unknown]>;
  action: Action;
  /** What becomes of its search document. */
  search: 'write' | 'remove' | 'keep';
  /** Stands in the history in place of what the actor gives. */
  reason?: string;
}

/**
 * Writes records with their history, search documents and outbox events in one statement, however many there are:
 * rows come as JSON record sets, so its text is the same for one record and for five hundred.
 */
export async function insertRows(
  ctx: Ctx,
  object: ModelObject,
  writes: readonly Write[],
  late?: LateNumber,
) {
  const { entries } = layoutOf(object);
  const names = namesSql(entries);
  const into = (rows: string) =>
    `insert into ${tableOf(ctx, object)} (${names}) select ${names}` +
    ` from jsonb_to_recordset(${rows}) as x(${recordSetSql(entries)})`;
  await write(ctx, object, into, entries, writes, { late });
}

/**
 * Writes the named fields of records that were locked before, and `version` with them. `guarded`: they were only read;
 * nothing at all is written, and false given, when somebody changed one since.
 */
export async function updateRows(
  ctx: Ctx,
  object: ModelObject,
  keys: ReadonlySet<string>,
  writes: readonly Write[],
  guarded = false,
): Promise<boolean> {
  const { entries } = layoutOf(object);
  const changed = entries.filter(({ field }) => keys.has(field.key));
  const sent = entries.filter(({ field }) => field.key === 'id' || keys.has(field.key));
  const set = changed
    .flatMap(({ columns }) => columns)
    .map((name) => `${quote(name)} = ${column('x', name)}`)
    .join(', ');
  const update = (rows: string) =>
    `update ${tableOf(ctx, object)} t set ${set}` +
    ` from jsonb_to_recordset(${rows}) as x(${recordSetSql(sent)}) where t.id = x.id` +
    (guarded ? ' and t.version = x.version - 1 and t.deleted_at is null returning t.id' : '');
  return write(ctx, object, update, sent, writes, { guarded });
}

async function write(
  ctx: Ctx,
  object: ModelObject,
  statement: (rows: string) => string,
  entries: readonly LayoutEntry[],
  writes: readonly Write[],
  { late, guarded = false }: { late?: LateNumber | undefined; guarded?: boolean },
): Promise<boolean> {
  const keys = keyChanges(object, writes.map(inLife));
  const text = journaled(ctx, statement, keys, {
    numbered: late !== undefined,
    guarded,
    withContent: searchedFile(object) !== undefined,
  });
  const [row] = await ctx.db.prepared(text, [
    ...parametersOf(ctx, object, entries, writes),
    ...(keys ? [JSON.stringify(keys.add), JSON.stringify(keys.remove)] : []),
    ...(late ? lateNumberValues(late) : []),
  ]);
  const [only] = writes;
  if (late && only) {
    const number = numberFrom(row?.[0]);
    only.values[late.field] = number;
    only.changes[late.field] = [null, number];
  }
  if (guarded && !row) return false;
  announceWrites(ctx, object, writes);
  return true;
}

const lives: Partial<Record<Action, 'enters' | 'leaves'>> = {
  create: 'enters',
  restore: 'enters',
  remove: 'leaves',
  erase: 'leaves',
};
const inLife = ({ values, changes, action }: Write) => ({
  values,
  changes,
  life: lives[action] ?? ('stays' as const),
});

const namesSql = (entries: readonly LayoutEntry[]): string =>
  entries.flatMap(({ columns }) => columns.map(quote)).join(', ');

/**
 * The journal beside a write. $2: history and outbox rows, $3: search documents, $4: ids whose document goes;
 * where keys for duplicates change, $6 and $7: those that come and go; then what a late number needs.
 */
function journaled(
  ctx: Ctx,
  write: (rows: string) => string,
  keys: KeyChanges | undefined,
  { numbered, guarded, withContent }: { numbered: boolean; guarded: boolean; withContent: boolean },
): string {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const late = numbered ? lateNumberSql(ctx, keys ? 8 : 6) : undefined;
  const json = late?.filled ?? ((place: string) => `${place}::jsonb`);
  const met = guarded ? 'exists (select from w)' : 'true';
  const keyed = keys ? keysSql(table('match_key'), json, met) : '';
  const content = withContent ? contentSql(table('file_text')) : undefined;
  const returning = late ? 'returning (select whole from f)' : guarded ? 'returning true' : '';
  return `with ${late ? `${late.tables}, ` : ''}w as (${write(json('$1'))}), j as materialized (
  select * from jsonb_to_recordset(${json('$2')}) as j(object text, record_id uuid, version int, at timestamptz,
    actor_id uuid, reason text, action text, changes jsonb, fields text[]) where ${met}
), h as (
  insert into ${table('history')} (object, record_id, version, at, actor_id, reason, action, changes)
  select object, record_id, version, at, actor_id, reason, action, changes from j
), s as (
  insert into ${table('search_document')} (object, record_id, title, body, name_key, updated_at${content ? ', content' : ''})
  select d.object, d.record_id, d.title, d.body, d.name_key, d.updated_at${content ? `, ${content}` : ''}
  from jsonb_to_recordset(${json('$3')}) as d(object text, record_id uuid, title text, body text, name_key text, updated_at timestamptz, file_id uuid) where ${met}
  on conflict (object, record_id) do update
  set title = excluded.title, body = excluded.body, name_key = excluded.name_key, updated_at = excluded.updated_at${content ? ', content = excluded.content' : ''}
), g as (
  delete from ${table('search_document')} where object = $5 and record_id = any($4::uuid[]) and ${met}
)${keyed}
insert into ${table('outbox')} (at, kind, object, record_id, version, actor_id, fields)
select at, 'record.' || action, object, record_id, version, actor_id, fields from j ${returning}`;
}

const keyColumns = 'rule text, key text, form int, record_id uuid';

const keysSql = (table: string, json: (place: string) => string, met: string): string => `, k as (
  insert into ${table} (object, rule, key, form, record_id)
  select $5, rule, key, form, record_id from jsonb_to_recordset(${json('$6')}) as k(${keyColumns}) where ${met}
  on conflict do nothing
), kd as (
  delete from ${table} t using jsonb_to_recordset($7::jsonb) as k(${keyColumns})
  where t.object = $5 and t.rule = k.rule and t.key = k.key and t.form = k.form and t.record_id = k.record_id and ${met}
)`;

function parametersOf(
  ctx: Ctx,
  object: ModelObject,
  entries: readonly LayoutEntry[],
  writes: readonly Write[],
): unknown[] {
  const env = storeEnv(ctx);
  const at = ctx.now.toISOString();
  const documents = writes
    .filter(({ search }) => search === 'write')
    .map(({ values }): SearchDocument & { updated_at: string } => ({
      ...searchDocument(object, values),
      updated_at: at,
    }));
  return [
    JSON.stringify(writes.map(({ values }) => toRow(entries, values, env))),
    JSON.stringify(writes.map((write) => journalRow(ctx, object, write, at))),
    JSON.stringify(documents),
    writes.filter(({ search }) => search === 'remove').map(({ values }) => values['id']),
    object.key,
  ];
}

function toRow(entries: readonly LayoutEntry[], values: Values, env: StoreEnv) {
  const row: Record<string, unknown> = {};
  for (const { field, kind, columns } of entries) {
    const value = values[field.key] ?? null;
    if (value === null) continue;
    const cells = kind.store(value, field, env);
    columns.forEach((name, i) => {
      row[name] = cells[i];
    });
  }
  return row;
}

function journalRow(ctx: Ctx, object: ModelObject, write: Write, at: string) {
  const { values, changes, action } = write;
  return {
    object: object.key,
    record_id: values['id'],
    version: values['version'],
    at,
    actor_id: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    reason: write.reason ?? reasonOf(ctx.actor),
    action,
    changes,
    fields: Object.keys(changes),
  };
}

const reasonOf = (actor: Ctx['actor']): string | null =>
  actor.kind === 'system' ? actor.reason : (actor.apiKeyId && `apiKey:${actor.apiKeyId}`) || null;

export const storeEnv = (ctx: Ctx): StoreEnv => ({
  baseCurrency: ctx.workspace.settings.currency,
  rate: (currency) => ctx.workspace.settings.rates[currency],
});
