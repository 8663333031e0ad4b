import { invalid } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';
import { findMerges, type MergeEntry } from '../records/merge/list-merges.ts';
import { qualified } from '../records/sql.ts';
import { presentChanges, type Changes } from './present-changes.ts';

export interface HistoryEntry {
  id: number;
  at: string;
  version: number;
  action: string;
  actor: { id: string; title: string | null } | null;
  /** Why the system did it, or through which API key a member did. */
  reason: string | null;
  /** Per field: [before, after], as the API shows values. */
  changes: Changes;
  /** Of the survivor of a merge: what was merged, and per field where its value came from. */
  merge?: Pick<MergeEntry, 'id' | 'merged' | 'sources'>;
}

export interface HistoryPage {
  cursor?: string | undefined;
  /** 50 when absent. */
  limit?: number | undefined;
}

export interface RecordLink {
  object: string;
  id: string;
}

export const defaultLimit = 50;

export function checkCursor(cursor: string | undefined): void {
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
}

/**
 * What happened to some records, newest first; fields hidden from the actor are left out. The caller has made sure that
 * the actor may see the records.
 */
export async function readHistory(
  ctx: Ctx,
  links: readonly RecordLink[],
  { cursor, limit = defaultLimit }: HistoryPage,
): Promise<{ items: HistoryLine[]; nextCursor: string | null }> {
  checkCursor(cursor);
  const rows = await ctx.db.prepared(
    `select ${lineColumns}
     from unnest($1::text[], $2::uuid[]) as l(object, record_id)
     join ${qualified(ctx.workspace.schema, 'history')} h on h.object = l.object and h.record_id = l.record_id
     where h.id < $3::bigint order by h.id desc limit $4::int`,
    [
      links.map(({ object }) => object),
      links.map(({ id }) => id),
      cursor ?? Number.MAX_SAFE_INTEGER,
      limit + 1,
    ],
  );
  const shown = rows.slice(0, limit);
  return {
    items: await presentLines(ctx, shown),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.[0]) : null,
  };
}

/** The columns of a line, in the order in which `presentLines` takes them. */
export const lineColumns =
  'h.id, h.object, h.record_id, h.at, h.version, h.action, h.actor_id, h.reason, h.changes';

export type HistoryLine = HistoryEntry & { record: RecordLink };

/** Lines of records as the API shows them. */
export async function presentLines(
  ctx: Ctx,
  shown: readonly (readonly unknown[])[],
): Promise<HistoryLine[]> {
  const changes = await presentAll(ctx, shown);
  const merges = await findMerges(
    ctx,
    shown.flatMap((row) => mergeOf(row) ?? []),
  );
  return shown.map((row, i) => ({
    ...presentLine(ctx, row, changes[i] ?? {}),
    ...mergeNote(merges.get(mergeOf(row) ?? '')),
  }));
}

export function presentLine(
  { directory }: Ctx,
  [id, object, record, at, version, action, actorId, reason]: readonly unknown[],
  changes: Changes,
): HistoryLine {
  return {
    id: Number(id),
    record: { object: String(object), id: String(record) },
    at: String(at),
    version: Number(version),
    action: String(action),
    actor:
      typeof actorId === 'string'
        ? { id: actorId, title: directory.members.get(actorId)?.name ?? null }
        : null,
    reason: typeof reason === 'string' ? reason : null,
    changes,
  };
}

const mergeOf = (row: readonly unknown[]): string | undefined =>
  row[5] === 'merge' ? /^merge:(.+)$/.exec(String(row[7]))?.[1] : undefined;

const mergeNote = (entry: MergeEntry | undefined): Pick<HistoryEntry, 'merge'> =>
  entry ? { merge: { id: entry.id, merged: entry.merged, sources: entry.sources } } : {};

/** The changes of each row in its place; presented object by object, so that titles are looked up together. */
async function presentAll(ctx: Ctx, rows: readonly (readonly unknown[])[]): Promise<Changes[]> {
  const presented: Changes[] = [];
  for (const [key, found] of Map.groupBy([...rows.entries()], ([, row]) => String(row[1]))) {
    // Written by the pipeline in this shape only.
    const all = found.map(([, row]) => row[8] as Changes);
    const changes = await presentChanges(ctx, findObject(ctx, key), all);
    found.forEach(([place], i) => {
      presented[place] = changes[i] ?? {};
    });
  }
  return presented;
}
