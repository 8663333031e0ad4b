import type { Reactions } from '#shared/reactions.ts';
import type { Ctx } from '../context.ts';
import {
  lineColumns,
  presentLines,
  type HistoryEntry,
  type RecordLink,
} from '../history/read-history.ts';
import { findTitles } from '../records/find-titles.ts';
import { findObject, scopeOf, tableOf } from '../records/find-object.ts';
import { nameLinks } from '../records/name-links.ts';
import { qualified } from '../records/sql.ts';
import { selectionOf, type PresentedRecord } from '../records/selection.ts';
import { reachSql } from '../records/where.ts';
import type { Found } from './find-entries.ts';

/** A line of the history in a thread. */
export interface ChangeEntry extends HistoryEntry {
  kind: 'change';
  /** What it happened to: the record itself, or one that belongs to it. */
  record: RecordLink & { title: string | null };
}

/** A record in a thread: a call, a note, a reply. */
export interface RecordEntry {
  kind: 'record';
  object: string;
  id: string;
  /** Null: it has no time yet. */
  at: string | null;
  values: PresentedRecord;
  /** When what people wrote in it was changed last; null: never. */
  edited: string | null;
  reactions: Reactions[];
  /** The newest of what was answered, the oldest of them first. */
  replies: { items: RecordEntry[]; total: number };
}

export type TimelineEntry = ChangeEntry | RecordEntry;

/** What was found, as the actor may see it, in its order. */
export async function readLines(
  ctx: Ctx,
  found: readonly Found[],
): Promise<Map<string, ChangeEntry>> {
  const ids = found.flatMap(({ object, key }) => (object === null ? [Number(key.slice(1))] : []));
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.prepared(
    `select ${lineColumns} from ${qualified(ctx.workspace.schema, 'history')} h
     where h.id = any($1::bigint[]) order by h.id desc`,
    [ids],
  );
  const lines = await presentLines(ctx, rows);
  const titles = await findTitles(
    ctx,
    lines.map(({ record }) => record),
  );
  return new Map(
    lines.map((line): [string, ChangeEntry] => [
      `h${String(line.id).padStart(20, '0')}`,
      {
        ...line,
        kind: 'change',
        record: { ...line.record, title: titles.get(line.record.id) ?? null },
      },
    ]),
  );
}

/** Records by id, of those the actor may see. */
export async function readRecords(
  ctx: Ctx,
  links: readonly RecordLink[],
): Promise<Map<string, PresentedRecord>> {
  const found = new Map<string, PresentedRecord>();
  for (const [key, group] of Map.groupBy(links, (link) => link.object)) {
    const object = findObject(ctx, key);
    const scope = scopeOf(ctx, object);
    const selection = selectionOf(scope);
    const seen = reachSql(scope, ctx.access.of(key).read);
    const ids = scope.params.add(
      group.map(({ id }) => id),
      'uuid[]',
    );
    const rows = await ctx.db.prepared(
      `select ${selection.columns} from ${tableOf(ctx, object)} t${selection.joins}
       where t.id = any(${ids}) and t.deleted_at is null and ${seen}`,
      scope.params.values,
    );
    const records = rows.map((row) => selection.read(ctx, row));
    await nameLinks(ctx, object, records);
    for (const record of records) found.set(record.id, record);
  }
  return found;
}
