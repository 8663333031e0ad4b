import { invalid, notFound } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { presentChanges } from '../../history/present-changes.ts';
import { scopeOf, tableOf } from '../find-object.ts';
import { isId } from '../get.ts';
import { literal, Params, qualified } from '../sql.ts';
import { titleSql } from '../title-sql.ts';
import { reachSql } from '../where.ts';
import { undoableDays } from './undo-merge.ts';

interface Titled {
  id: string;
  /** Null when the record is erased or out of the actor's reach, or its title is hidden. */
  title: string | null;
}

export interface MergeEntry {
  id: string;
  object: string;
  at: string;
  actor: Titled | null;
  survivor: Titled;
  merged: Titled[];
  /** Per field of the survivor: [before, after]. */
  changes: Record<string, [unknown, unknown]>;
  /** Per field of the survivor: the record its value came from. */
  sources: Record<string, string>;
  /** Number of links that moved, by `object.field` or table; of objects that the actor sees all records of. */
  moved: Record<string, number>;
  /** Until when it can be undone; null when it is undone or too old. */
  undoableUntil: string | null;
  undoneAt: string | null;
  undoneBy: Titled | null;
}

export interface MergeQuery {
  object?: string | undefined;
  /** Merges that this record came out of or went into. */
  record?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const defaultLimit = 50;

/** Merges whose survivor the actor may see, newest first. */
export async function listMerges(
  ctx: Ctx,
  { object, record, cursor, limit = defaultLimit }: MergeQuery = {},
): Promise<{ items: MergeEntry[]; nextCursor: string | null }> {
  if (cursor !== undefined && !isId(cursor)) {
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  }
  const ids = await visibleIds(ctx, { object, record, cursor, limit: limit + 1 });
  const shown = ids.slice(0, limit);
  const entries = await findMerges(ctx, shown);
  return {
    items: shown.flatMap((id) => entries.get(id) ?? []),
    nextCursor: ids.length > limit ? (shown.at(-1) ?? null) : null,
  };
}

/** What the actor may not see takes no place in a page, nor is its id told as where the next one begins. */
async function visibleIds(
  ctx: Ctx,
  { object: only, record, cursor, limit }: MergeQuery,
): Promise<string[]> {
  const params = new Params();
  const objects = [...ctx.model.objects.values()].filter(
    ({ key }) => only === undefined || key === only,
  );
  if (objects.length === 0) return [];
  const seen = objects.map((object) => {
    const reach = reachSql({ ctx, object, alias: 't', params }, ctx.access.of(object.key).read);
    return `m.object = ${literal(object.key)} and exists (
      select from ${tableOf(ctx, object)} t where t.id = m.survivor_id and ${reach})`;
  });
  const conditions = [`(${seen.join(' or ')})`];
  if (cursor !== undefined) conditions.push(`m.id < ${params.add(cursor, 'uuid')}`);
  if (record !== undefined) {
    const id = params.add(record, 'uuid');
    conditions.push(`(m.survivor_id = ${id} or m.merged_ids @> array[${id}])`);
  }
  const rows = await ctx.db.query(
    // Ids rise with time.
    `select m.id from ${qualified(ctx.workspace.schema, 'merge_log')} m where ${conditions.join(' and ')}
     order by m.id desc limit ${params.add(limit, 'int')}`,
    params.values,
  );
  return rows.map(([id]) => String(id));
}

/** Merges by id, of those whose survivor the actor may see. */
export async function findMerges(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, MergeEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tables
    .selectFrom('merge_log')
    .selectAll()
    .where('id', 'in', ids)
    .execute();
  const entries = await Promise.all(
    [...Map.groupBy(rows, (row) => row.object)].map(([key, group]) => present(ctx, key, group)),
  );
  return new Map(entries.flat().map((entry) => [entry.id, entry]));
}

export async function getMerge(ctx: Ctx, id: string): Promise<MergeEntry> {
  if (!isId(id)) throw notFound();
  const entry = (await findMerges(ctx, [id.toLowerCase()])).get(id.toLowerCase());
  if (!entry) throw notFound();
  return entry;
}

interface Row {
  id: string;
  object: string;
  at: string;
  actor_id: string | null;
  survivor_id: string;
  merged_ids: string[];
  changes: Record<string, Record<string, [unknown, unknown]>>;
  sources: Record<string, string>;
  moved: Record<string, number>;
  undone_at: string | null;
  undone_by: string | null;
}

async function present(ctx: Ctx, key: string, rows: readonly Row[]): Promise<MergeEntry[]> {
  const object = ctx.model.objects.get(key);
  if (!object) return [];
  const titles = await reachedTitles(
    ctx,
    object,
    rows.flatMap((row) => [row.survivor_id, ...row.merged_ids]),
  );
  const seen = rows.filter((row) => titles.has(row.survivor_id));
  const changes = await presentChanges(
    ctx,
    object,
    seen.map((row) => row.changes[row.survivor_id] ?? {}),
  );
  const titled = (id: string): Titled => ({ id, title: titles.get(id) ?? null });
  const member = (id: string | null): Titled | null =>
    id === null ? null : { id, title: ctx.directory.members.get(id)?.name ?? null };
  return seen.map((row, i): MergeEntry => ({
    id: row.id,
    object: key,
    at: row.at,
    actor: member(row.actor_id),
    survivor: titled(row.survivor_id),
    merged: row.merged_ids.map(titled),
    changes: changes[i] ?? {},
    sources: Object.fromEntries(
      Object.entries(row.sources).filter(([field]) => changes[i] && field in changes[i]),
    ),
    moved: shownCounts(ctx, row.moved),
    undoableUntil: undoableUntil(ctx, row),
    undoneAt: row.undone_at,
    undoneBy: member(row.undone_by),
  }));
}

/** How many records of an object point here is told to those who may see all of them. */
const shownCounts = (ctx: Ctx, moved: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(moved).filter(([name]) => {
      const [object = '', field] = name.split('.');
      if (field === undefined) return true;
      const access = ctx.access.of(object);
      return access.read === true && !access.hidden.has(field);
    }),
  );

function undoableUntil(ctx: Ctx, { at, undone_at: undone }: Row): string | null {
  const until = new Date(new Date(at).getTime() + undoableDays * 86_400_000);
  return undone === null && until > ctx.now ? until.toISOString() : null;
}

/** Titles within reach, of the trash too: that is where merged records are. */
async function reachedTitles(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const scope = scopeOf(ctx, object);
  const rows = await ctx.db.query(
    `select t.id, ${titleSql(ctx, object, 't')}::text from ${tableOf(ctx, object)} t` +
      ` where t.id = any(${scope.params.add(ids, 'uuid[]')})` +
      ` and ${reachSql(scope, ctx.access.of(object.key).read)}`,
    scope.params.values,
  );
  return new Map(rows.map(([id, text]) => [String(id), typeof text === 'string' ? text : null]));
}
