import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findObject, tableOf } from '../records/find-object.ts';
import { findTitles } from '../records/find-titles.ts';
import { get } from '../records/get.ts';
import { references } from '../records/references.ts';
import { column, columnName, literal, Params } from '../records/sql.ts';
import { reachSql } from '../records/where.ts';
import {
  readHistory,
  type HistoryEntry,
  type HistoryPage,
  type RecordLink,
} from './read-history.ts';

export interface TimelineEntry extends HistoryEntry {
  /** What it happened to: the record itself, or one that belongs to it. */
  record: RecordLink & { title: string | null };
}

/** Newest related records of each kind whose history is looked at. */
const mostRelated = 200;

/**
 * Everything that happened around a record, newest first: its own changes, and those of the records that point to it as
 * its declaration says, as far as the actor may see them.
 */
export async function listTimeline(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  page: HistoryPage = {},
): Promise<{ items: TimelineEntry[]; nextCursor: string | null }> {
  const object = findObject(ctx, objectKey);
  await get(ctx, objectKey, recordId);
  const related = await pointingHere(ctx, object, recordId);
  const links = [{ object: objectKey, id: recordId }, ...related];
  const { items, nextCursor } = await readHistory(ctx, links, page);
  const titles = await findTitles(
    ctx,
    items.map(({ record }) => record),
  );
  return {
    items: items.map((entry) => ({
      ...entry,
      record: { ...entry.record, title: titles.get(entry.record.id) ?? null },
    })),
    nextCursor,
  };
}

/** Per relation that leads here, the newest visible records; one statement for all. */
async function pointingHere(
  ctx: Ctx,
  object: ModelObject,
  recordId: string,
): Promise<RecordLink[]> {
  const params = new Params();
  const id = params.add(recordId, 'uuid');
  const parts = object.related.flatMap((path) => {
    const [key = '', fieldKey = ''] = path.split('.');
    const other = ctx.model.objects.get(key);
    const field = other?.fields.get(fieldKey);
    if (!other || !field || ctx.access.of(key).hidden.has(fieldKey)) return [];
    const own = column('t', columnName(field, ''));
    const points = references[field.kind]?.many ? `${own} @> array[${id}]` : `${own} = ${id}`;
    const seen = reachSql({ ctx, object: other, alias: 't', params }, ctx.access.of(key).read);
    return [
      `(select ${literal(key)}, t.id from ${tableOf(ctx, other)} t where ${points} and t.deleted_at is null` +
        ` and ${seen} order by t.created_at desc limit ${mostRelated})`,
    ];
  });
  if (parts.length === 0) return [];
  const rows = await ctx.db.prepared(parts.join(' union all '), params.values);
  return rows.map(([key, related]) => ({ object: String(key), id: String(related) }));
}
