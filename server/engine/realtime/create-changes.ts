import { once } from 'node:events';
import { unavailable } from '#shared/errors.ts';
import { memberActor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { createDb } from '../db.ts';
import type { Workspaces } from '../workspaces.ts';
import type { Changes, LiveChange } from './changes.ts';
import { createReader, type Reader, type Subscriber } from './create-reader.ts';
import { findReached } from './find-reached.ts';
import {
  cursorOf,
  endOfOutbox,
  mostRead,
  readCursor,
  readOutbox,
  type OutboxEvent,
  type Position,
} from './outbox.ts';
import { changesChannel } from './wake.ts';

export interface LiveChanges extends Changes {
  /** In how many workspaces anyone listens. */
  readonly listened: number;
  /** Ends all streams. */
  close(): Promise<void>;
}

/** Events a slow stream may have waiting; one that falls further behind is ended and comes back with its cursor. */
const mostWaiting = 2000;
/** Without a notification, changes are seen this late at most; also how soon a deactivated member's stream ends. */
const defaultPollMs = 2000;

/** Live changes of all workspaces for the streams of this process: one reader per workspace that anyone listens to. */
export async function createChanges(
  workspaces: Workspaces,
  { pollMs = defaultPollMs } = {},
): Promise<LiveChanges> {
  const { database } = workspaces;
  const db = createDb(database.app);
  const readers = new Map<string, { reader: Reader; streams: number }>();
  const wakeAll = () => {
    for (const { reader } of readers.values()) reader.wake();
  };
  const unlisten = await database.listen(
    changesChannel,
    (workspaceId) => readers.get(workspaceId)?.reader.wake(),
    wakeAll,
  );

  /** The workspace's reader for one more stream; `leave` when that ends, and the last one takes it along. */
  function join(workspaceId: string): { reader: Reader; leave: () => void } {
    const known = readers.get(workspaceId) ?? {
      reader: createReader(workspaces, workspaceId, pollMs),
      streams: 0,
    };
    readers.set(workspaceId, known);
    known.streams += 1;
    return {
      reader: known.reader,
      leave() {
        known.streams -= 1;
        if (known.streams === 0) readers.delete(workspaceId);
      },
    };
  }

  /** What happened between the cursor and the moment the stream joined the others. */
  async function* replay(ctx: Ctx, from: Position, upTo: Position): AsyncGenerator<LiveChange> {
    for (let after = from; ;) {
      const events = await readOutbox(db, ctx.workspace.schema, after, upTo);
      const { directory, info } = await workspaces.open(ctx.workspace.id);
      const actor =
        ctx.actor.kind === 'member'
          ? memberActor(directory, ctx.actor.id, info.settings)
          : ctx.actor;
      const now = await workspaces.context(ctx.workspace.id, actor);
      const [seen = []] = await findReached([now], events);
      yield* seen.map(present);
      const last = events.at(-1);
      if (!last || events.length < mostRead) return;
      after = last;
    }
  }

  return {
    get listened() {
      return readers.size;
    },
    async start() {
      return cursorOf(await endOfOutbox(db));
    },
    async *subscribe(ctx, cursor, signal) {
      const from = cursor === undefined ? undefined : await readCursor(db, cursor);
      const { reader, leave } = join(ctx.workspace.id);
      const { subscriber, events } = createQueue(ctx, signal);
      try {
        const upTo = await reader.add(subscriber);
        if (from) yield* replay(ctx, from, upTo);
        for await (const event of events()) yield present(event);
      } finally {
        reader.remove(subscriber);
        leave();
      }
    },
    async close() {
      await unlisten();
      await Promise.all([...readers.values()].map(({ reader }) => reader.stop(unavailable())));
    },
  };
}

/** Events of one stream between the reader and whoever takes them. */
function createQueue(ctx: Ctx, signal: AbortSignal) {
  let waiting: OutboxEvent[] = [];
  const arrival = new EventTarget();
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const subscriber: Subscriber = {
    actor: ctx.actor,
    push(events) {
      waiting.push(...events);
      if (waiting.length > mostWaiting) subscriber.end(unavailable());
      arrival.dispatchEvent(new Event('events'));
    },
    end: (reason) => ended.abort(reason),
  };
  async function* events(): AsyncGenerator<OutboxEvent> {
    for (;;) {
      if (signal.aborted) return;
      ended.signal.throwIfAborted();
      const taken = waiting;
      waiting = [];
      yield* taken;
      // What came while those were taken is next; only an empty queue waits.
      if (waiting.length === 0 && !either.aborted)
        await once(arrival, 'events', { signal: either }).catch(() => undefined);
    }
  }
  return { subscriber, events };
}

const present = ({ object, recordId, kind, version, ...event }: OutboxEvent): LiveChange => ({
  id: cursorOf(event, Date.parse(event.at)),
  object,
  recordId,
  kind,
  version,
});
