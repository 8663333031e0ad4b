import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findObject, scopeOf, tableOf } from '../records/find-object.ts';
import { findTitles } from '../records/find-titles.ts';
import { get } from '../records/get.ts';
import { references } from '../records/references.ts';
import { column, columnName } from '../records/sql.ts';
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
  const related = await Promise.all(
    object.related.map((path) => pointingHere(ctx, path, recordId)),
  );
  const links = [{ object: objectKey, id: recordId }, ...related.flat()];
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

/** The newest visible records whose relation `object.field` points to this one. */
async function pointingHere(ctx: Ctx, path: string, recordId: string): Promise<RecordLink[]> {
  const [key = '', fieldKey = ''] = path.split('.');
  const other: ModelObject | undefined = ctx.model.objects.get(key);
  const field = other?.fields.get(fieldKey);
  if (!other || !field || ctx.access.of(key).hidden.has(fieldKey)) return [];
  const scope = scopeOf(ctx, other);
  const own = column('t', columnName(field, ''));
  const id = scope.params.add(recordId, 'uuid');
  const points = references[field.kind]?.many ? `${own} @> array[${id}]` : `${own} = ${id}`;
  const rows = await ctx.db.prepared(
    `select t.id from ${tableOf(ctx, other)} t where ${points} and t.deleted_at is null` +
      ` and ${reachSql(scope, ctx.access.of(key).read)} order by t.created_at desc limit ${mostRelated}`,
    scope.params.values,
  );
  return rows.map(([related]) => ({ object: key, id: String(related) }));
}
