import { unavailable } from '#shared/errors.ts';
import { memberActor } from '../actor.ts';
import type { Actor, Ctx } from '../context.ts';
import { createDb } from '../db.ts';
import type { Workspaces } from '../workspaces.ts';
import { findReached } from './find-reached.ts';
import { endOfOutbox, mostRead, readOutbox, type OutboxEvent, type Position } from './outbox.ts';

/** One stream that waits for events. */
export interface Subscriber {
  readonly actor: Actor;
  push(events: readonly OutboxEvent[]): void;
  end(reason: unknown): void;
}

/** Reads the outbox of one workspace once for all its subscribers, from the first of them to the last. */
export interface Reader {
  /** The position up to which the subscriber has to look for itself; later events are pushed to it. */
  add(subscriber: Subscriber): Promise<Position>;
  remove(subscriber: Subscriber): void;
  wake(): void;
  /** Done when nothing is being read any more. */
  stop(reason: unknown): Promise<void>;
}

export function createReader(workspaces: Workspaces, workspaceId: string, pollMs: number): Reader {
  const db = createDb(workspaces.database.app);
  const subscribers = new Set<Subscriber>();
  let position: Position | undefined;
  let reading: Promise<void> | undefined;
  let stopped = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  function wake(): void {
    if (stopped) return;
    if (reading) {
      again = true;
      return;
    }
    reading = read().finally(() => {
      reading = undefined;
      if (again && subscribers.size > 0) {
        again = false;
        wake();
      }
    });
  }

  async function read(): Promise<void> {
    try {
      for (let more = true; more && !stopped && subscribers.size > 0;) {
        const { info } = await workspaces.open(workspaceId);
        const from = position;
        if (!from) return;
        const events = await readOutbox(db, info.schema, from);
        // Everyone left meanwhile, and somebody else came.
        if (position !== from) continue;
        // In one go: a subscriber that comes now looks for itself up to here, and is not handed these.
        const targets = [...subscribers];
        position = events.at(-1) ?? from;
        more = events.length === mostRead;
        await deliver(events, targets);
      }
    } catch (error) {
      // Nothing was taken yet; the next turn asks again.
      workspaces.log.warn({ err: error, workspace: workspaceId }, 'live changes could not be read');
    }
  }

  async function deliver(
    events: readonly OutboxEvent[],
    targets: readonly Subscriber[],
  ): Promise<void> {
    try {
      const readers = [...(await contextsOf(targets))];
      if (events.length === 0) return;
      const reached = await findReached(
        readers.map(([ctx]) => ctx),
        events,
      );
      readers.forEach(([, streams], i) => {
        const seen = reached[i] ?? [];
        if (seen.length > 0) for (const stream of streams) stream.push(seen);
      });
    } catch (error) {
      workspaces.log.warn({ err: error, workspace: workspaceId }, 'live changes were not sent');
      // Each comes back with the last event it got, so none is lost.
      for (const target of targets) target.end(unavailable());
    }
  }

  /** One context per person, however many streams they have; those who may not come in any more are ended. */
  async function contextsOf(targets: readonly Subscriber[]): Promise<Map<Ctx, Subscriber[]>> {
    const { directory, info } = await workspaces.open(workspaceId);
    const contexts = new Map<Ctx, Subscriber[]>();
    for (const streams of Map.groupBy(targets, ({ actor }) => nameOf(actor)).values()) {
      const actor = streams[0]?.actor;
      if (!actor) continue;
      try {
        const now =
          actor.kind === 'system' ? actor : memberActor(directory, actor.id, info.settings);
        contexts.set(await workspaces.context(workspaceId, now), streams);
      } catch (error) {
        for (const stream of streams) stream.end(error);
      }
    }
    return contexts;
  }

  return {
    async add(subscriber) {
      const end = position ?? (await endOfOutbox(db));
      position ??= end;
      timer ??= setInterval(wake, pollMs).unref();
      subscribers.add(subscriber);
      return position;
    },
    remove(subscriber) {
      subscribers.delete(subscriber);
      if (subscribers.size > 0) return;
      clearInterval(timer);
      timer = undefined;
      position = undefined;
    },
    wake,
    async stop(reason) {
      stopped = true;
      clearInterval(timer);
      for (const subscriber of subscribers) subscriber.end(reason);
      await reading;
    },
  };
}

const nameOf = (actor: Actor): string => (actor.kind === 'system' ? 'system' : actor.id);
