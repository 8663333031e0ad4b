import type { Reactions } from '#shared/reactions.ts';
import type { Ctx } from '../context.ts';
import {
  lineColumns,
  presentLines,
  type HistoryEntry,
  type RecordLink,
} from '../history/read-history.ts';
import { findTitles } from '../records/find-titles.ts';
import { list } from '../records/list.ts';
import { qualified } from '../records/sql.ts';
import type { PresentedRecord } from '../records/selection.ts';
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
  const records = new Map<string, PresentedRecord>();
  for (const [object, group] of Map.groupBy(links, (link) => link.object)) {
    const ids = [...new Set(group.map(({ id }) => id))];
    for (let at = 0; at < ids.length; at += atOnce) {
      const where = { field: 'id', op: 'in', value: ids.slice(at, at + atOnce) };
      const { items } = await list(ctx, object, { where, limit: atOnce });
      for (const record of items) records.set(record.id, record);
    }
  }
  return records;
}

const atOnce = 200;
