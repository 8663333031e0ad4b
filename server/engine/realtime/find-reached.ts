import type { Reach } from '../access/access.ts';
import type { Ctx } from '../context.ts';
import { noticeObject } from '../notices/live.ts';
import { tableOf } from '../records/find-object.ts';
import { Params } from '../records/sql.ts';
import { reachSql } from '../records/where.ts';
import { unreadObject } from '../unread/tell-reader.ts';
import type { OutboxEvent } from './outbox.ts';

/** Readers asked about in one statement: more would make its planning cost more than it saves. */
const readersAtOnce = 50;

/** What happened to which record. */
type Subject = Pick<OutboxEvent, 'object' | 'recordId'>;

const reachesNothing = (reach: Reach): boolean => reach !== true && 'nothing' in reach;

/**
 * Which events each reader may know of, by the rights of now: one query per object for up to fifty readers. Records in
 * the trash count as if they lived, so that who saw one learns that it went.
 */
export async function findReached<E extends Subject>(
  readers: readonly Ctx[],
  events: readonly E[],
): Promise<E[][]> {
  const reached = readers.map(() => new Set<E>());
  for (const [key, found] of Map.groupBy(events, ({ object }) => object)) {
    if (key === noticeObject || key === unreadObject) ownEvents(readers, found, reached);
    const asking: number[] = [];
    readers.forEach((ctx, i) => {
      const { read } = ctx.access.of(key);
      if (!ctx.model.objects.has(key) || reachesNothing(read)) return;
      if (read === true) for (const event of found) reached[i]?.add(event);
      else asking.push(i);
    });
    for (let from = 0; from < asking.length; from += readersAtOnce) {
      await ask(readers, asking.slice(from, from + readersAtOnce), found, reached);
    }
  }
  return reached.map((seen) => events.filter((event) => seen.has(event)));
}

/** Of a member's notices, and of what they have read, only the member hears. */
function ownEvents<E extends Subject>(
  readers: readonly Ctx[],
  events: readonly E[],
  reached: readonly Set<E>[],
): void {
  readers.forEach(({ actor }, i) => {
    for (const event of events)
      if (actor.kind === 'member' && actor.id === event.recordId) reached[i]?.add(event);
  });
}

async function ask<E extends Subject>(
  readers: readonly Ctx[],
  asking: readonly number[],
  events: readonly E[],
  reached: readonly Set<E>[],
): Promise<void> {
  const [first] = asking;
  const ctx = first === undefined ? undefined : readers[first];
  const object = ctx?.model.objects.get(events[0]?.object ?? '');
  if (!ctx || !object) return;
  const params = new Params();
  const ids = params.add([...new Set(events.map(({ recordId }) => recordId))], 'uuid[]');
  const conditions = asking.map((i) => {
    const reader = readers[i] ?? ctx;
    const scope = { ctx: reader, object, alias: 't', params };
    return `(${reachSql(scope, reader.access.of(object.key).read)}) is true`;
  });
  const rows = await ctx.db.query(
    `select t.id, ${conditions.join(', ')} from ${tableOf(ctx, object)} t where t.id = any(${ids})`,
    params.values,
  );
  const byId = Map.groupBy(events, ({ recordId }) => recordId);
  for (const [id, ...seen] of rows)
    asking.forEach((i, at) => {
      if (seen[at] === true) for (const event of byId.get(String(id)) ?? []) reached[i]?.add(event);
    });
}
