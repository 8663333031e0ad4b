import type { ModelField } from '#shared/model.ts';
import { writeLink } from '#shared/record-link.ts';
import type { Ctx } from '../context.ts';
import type { RecordLink } from '../history/read-history.ts';
import { tableOf } from '../records/find-object.ts';
import { references } from '../records/references.ts';
import { column, columnName, literal, Params, qualified } from '../records/sql.ts';
import { reachSql, whereSql, type Scope } from '../records/where.ts';
import type { Position } from './position.ts';
import type { Shown, Source } from './sources.ts';

/** An entry before it is read: a record of an object, or a line of the history. */
export interface Found extends Position {
  /** Key of the object; null for a line of the history. */
  object: string | null;
}

interface Part {
  /** Of the records of a source, by its time. */
  condition(scope: Scope, at: string, source: Source): string;
  order: 'desc' | 'asc';
  limit: number;
  /** Few meet the condition, however many lead here: they are found by it, and not in their order. */
  rare?: true;
  /** Lines of the history among them: which. */
  lines?: { of: readonly RecordLink[]; condition(params: Params): string };
}

/** What has happened, newest first, behind a position: what is done although its time is still to come is first. */
export function findPast(
  ctx: Ctx,
  record: RecordLink,
  { sources, lines }: Shown,
  page: { links: readonly RecordLink[]; after: Position | undefined; limit: number },
): Promise<Found[]> {
  const { after } = page;
  const behind = (at: string, key: string, params: Params) => {
    if (!after) return 'true';
    const [when, which] = [params.add(after.at, 'timestamptz'), params.add(after.key, 'text')];
    // The first half is what an index can be read by.
    return `${at} <= ${when} and (${at} < ${when} or ${key} collate "C" < ${which})`;
  };
  return find(ctx, record, sources, {
    condition: (scope, at, { rule }) => {
      const isOver = rule.open ? ` or (${whereSql(scope, rule.open)}) is not true` : '';
      const now = scope.params.add(ctx.now.toISOString(), 'timestamptz');
      return `(${at} <= ${now}${isOver}) and ${behind(at, 't.id::text', scope.params)}`;
    },
    order: 'desc',
    limit: page.limit,
    ...(lines !== 'none' && {
      lines: {
        of: page.links,
        condition: (params) => `${lineConditions[lines]} and ${behind('h.at', lineKey, params)}`,
      },
    }),
  });
}

const lineKey = `('h' || lpad(h.id::text, 20, '0'))`;
const ofFiles = `h.action in ('attach', 'detach')`;
const lineConditions = { all: 'true', changes: `not ${ofFiles}`, files: ofFiles } as const;

/** What is still to come, the nearest first, then what has no time. */
export async function findUpcoming(
  ctx: Ctx,
  record: RecordLink,
  { sources }: Shown,
  limit: number,
): Promise<Found[]> {
  const open = sources.filter(({ rule }) => rule.open);
  const dated = await find(ctx, record, open, {
    condition: (scope, at, { rule }) =>
      `${at} > ${scope.params.add(ctx.now.toISOString(), 'timestamptz')} and ${openSql(scope, rule.open)}`,
    order: 'asc',
    limit,
  });
  const undated = await find(ctx, record, open, {
    condition: (scope, at, { rule }) => `${at} is null and ${openSql(scope, rule.open)}`,
    order: 'asc',
    limit,
  });
  return [...dated, ...undated].slice(0, limit);
}

const openSql = (scope: Scope, open: Source['rule']['open']): string =>
  open ? whereSql(scope, open) : 'false';

/** What people put on top, newest first. */
export function findPinned(
  ctx: Ctx,
  record: RecordLink,
  { sources }: Shown,
  limit: number,
): Promise<Found[]> {
  const pinning = sources.filter(({ rule }) => rule.pinned !== undefined);
  return find(ctx, record, pinning, {
    condition: (scope, _at, { rule }) =>
      whereSql(scope, { field: rule.pinned ?? '', op: 'eq', value: true }),
    order: 'desc',
    limit,
    rare: true,
  });
}

/** One statement: for each field that leads here the first few, by its index, and of all these the first. */
async function find(
  ctx: Ctx,
  record: RecordLink,
  sources: readonly Source[],
  part: Part,
): Promise<Found[]> {
  const params = new Params();
  const limit = params.add(part.limit, 'int');
  const { order } = part;
  const branches = sources.flatMap((source) => {
    const { object, rule, where } = source;
    const field = object.fields.get(rule.at);
    if (!field) return [];
    const scope: Scope = { ctx, object, alias: 't', params };
    const at = column('t', columnName(field, ''));
    return source.fields.map(
      (each) =>
        `(select ${at} as at, ${literal(object.key)} as object, t.id::text as key from ${tableOf(ctx, object)} t
          where ${namesSql(each, record, params)} and t.deleted_at is null
            and ${reachSql(scope, ctx.access.of(object.key).read)}
            and ${part.condition(scope, at, source)}${where ? ` and ${whereSql(scope, where)}` : ''}
          ${part.rare ? '' : `order by ${at} ${order}, t.id ${order} limit ${limit}`})`,
    );
  });
  if (part.lines && part.lines.of.length > 0)
    branches.push(
      `(select h.at as at, null as object, ${lineKey} as key from unnest(${params.add(objectsOf(part.lines.of), 'text[]')}, ${params.add(idsOf(part.lines.of), 'uuid[]')}) as l(object, record_id)
        join ${qualified(ctx.workspace.schema, 'history')} h on h.object = l.object and h.record_id = l.record_id
        where ${part.lines.condition(params)} order by h.at desc, h.id desc limit ${limit})`,
    );
  if (branches.length === 0) return [];
  // Planned with the values at hand: a record of ten entries and one of fifty thousand need different plans.
  const rows = await ctx.db.query(
    `select e.at::text, e.object, e.key from (${branches.join(' union ')}) e
     order by e.at ${order}, e.key collate "C" ${order} limit ${limit}`,
    params.values,
  );
  return rows.map(([at, object, key]) => ({
    at: String(at),
    object: typeof object === 'string' ? object : null,
    key: String(key),
  }));
}

const objectsOf = (links: readonly RecordLink[]): string[] => links.map(({ object }) => object);
const idsOf = (links: readonly RecordLink[]): string[] => links.map(({ id }) => id);

/** The condition that a field of `t` names the record. */
function namesSql(field: ModelField, record: RecordLink, params: Params): string {
  const own = column('t', columnName(field, ''));
  const reference = references[field.kind];
  if (reference?.to === 'link') return `${own} @> array[${params.add(writeLink(record), 'text')}]`;
  const id = params.add(record.id, 'uuid');
  return reference?.many ? `${own} @> array[${id}]` : `${own} = ${id}`;
}
