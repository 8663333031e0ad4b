import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { HistoryPage, RecordLink } from '../history/read-history.ts';
import { findObject, tableOf } from '../records/find-object.ts';
import { get } from '../records/get.ts';
import { references } from '../records/references.ts';
import { column, columnName, literal, Params } from '../records/sql.ts';
import { reachSql } from '../records/where.ts';
import { findPast, findPinned, findUpcoming } from './find-entries.ts';
import { decodePosition, encodePosition } from './position.ts';
import { presentEntries } from './present-entries.ts';
import type { RecordEntry, TimelineEntry } from './read-entries.ts';
import { shownBy } from './sources.ts';

export interface TimelineQuery extends HistoryPage {
  /** `changes`, `files`, or a sort of an object such as `activity.notes`; everything when absent. */
  show?: string | undefined;
}

export interface TimelinePage {
  /** What happened, newest first. */
  items: TimelineEntry[];
  nextCursor: string | null;
  /** On the first page: what is to come, the nearest first, and at the end what has no time. */
  upcoming: RecordEntry[];
  /** There is more to come than that. */
  moreUpcoming: boolean;
  /** On the first page: what people put on top. */
  pinned: RecordEntry[];
}

/** Newest related records of each kind whose history is looked at. */
const mostRelated = 200;
const mostUpcoming = 20;
const mostPinned = 20;
const defaultLimit = 50;

/**
 * Everything around a record, as far as the actor may see it: its own changes and those of what belongs to it, and the
 * records of all objects whose declarations say that they stand in its thread.
 */
export async function listTimeline(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  { cursor, limit = defaultLimit, show }: TimelineQuery = {},
): Promise<TimelinePage> {
  const object = findObject(ctx, objectKey);
  const { id } = await get(ctx, objectKey, recordId);
  const record = { object: object.key, id };
  const shown = shownBy(ctx, object, show);
  const after = decodePosition(cursor);
  const links = shown.lines === 'none' ? [] : [record, ...(await pointingHere(ctx, object, id))];
  const found = await findPast(ctx, record, shown, { links, after, limit: limit + 1 });
  const isFirst = after === undefined;
  const upcoming = isFirst ? await findUpcoming(ctx, record, shown, mostUpcoming + 1) : [];
  const pinned = isFirst ? await findPinned(ctx, record, shown, mostPinned) : [];
  const past = found.slice(0, limit);
  const coming = upcoming.slice(0, mostUpcoming);
  const read = await presentEntries(ctx, [...past, ...coming, ...pinned]);
  const last = past.at(-1);
  return {
    items: read.entries(past),
    nextCursor: found.length > limit && last ? encodePosition(last) : null,
    upcoming: read.records(coming),
    moreUpcoming: upcoming.length > mostUpcoming,
    pinned: read.records(pinned),
  };
}

function pointsSql(field: ModelField, own: string, id: string, key: string): string {
  const reference = references[field.kind];
  if (reference?.to === 'link') return `${own} @> array[${literal(`${key}:`)} || ${id}]`;
  return reference?.many ? `${own} @> array[${id}]` : `${own} = ${id}`;
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
    // What stands in the thread by itself tells its own story.
    if (!other || !field || other.timeline || ctx.access.of(key).hidden.has(fieldKey)) return [];
    const own = column('t', columnName(field, ''));
    const points = pointsSql(field, own, id, object.key);
    const seen = reachSql({ ctx, object: other, alias: 't', params }, ctx.access.of(key).read);
    return [
      `(select ${literal(key)}, t.id from ${tableOf(ctx, other)} t where ${points} and t.deleted_at is null` +
        ` and ${seen} order by t.created_at desc limit ${mostRelated})`,
    ];
  });
  if (parts.length === 0) return [];
  // What points here by two relations is told once.
  const rows = await ctx.db.prepared(parts.join(' union '), params.values);
  return rows.map(([key, related]) => ({ object: String(key), id: String(related) }));
}
