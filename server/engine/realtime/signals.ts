import { requireVisible } from '../access/find-visible.ts';
import { memberActor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import { findReached } from './find-reached.ts';
import { createPresent } from './present.ts';

/** What passes between people while they look, and is kept nowhere. */
export type Signal =
  | { typing: { object: string; recordId: string; member: string } }
  /** Who is there, all of them. */
  | { present: string[] };

export interface Signals {
  /** Whoever has the record before them and may see it learns that the actor is writing there. */
  type(ctx: Ctx, objectKey: string, recordId: string): Promise<void>;
  /** The actor is there, and hears of others, until the answer is called. */
  join(ctx: Ctx, hear: (signal: Signal) => void): () => void;
  close(): Promise<void>;
}

const channel = 'duyen_signals';

/** As it goes from process to process. */
type Message = { workspace: string } & (
  | { typing: { object: string; recordId: string; member: string } }
  | { here: string[]; from: string }
);

interface Stream {
  member: string;
  hear: (signal: Signal) => void;
}

/** Signals of all workspaces between the streams of all processes. */
export async function createSignals(workspaces: Workspaces): Promise<Signals> {
  const { database, log } = workspaces;
  const streams = new Map<string, Set<Stream>>();
  const send = (message: Message) => {
    database.app
      .query('select pg_notify($1, $2)', [channel, JSON.stringify(message)])
      .catch((error: unknown) => log.debug({ err: error }, 'a signal was not sent'));
  };
  const membersHere = (workspace: string) => [
    ...new Set([...(streams.get(workspace) ?? [])].map(({ member }) => member)),
  ];
  const present = createPresent({
    membersHere,
    tell: (workspace, here, from) => send({ workspace, here, from }),
    changed: (workspace, members) => {
      for (const { hear } of streams.get(workspace) ?? []) hear({ present: members });
    },
  });

  /** By the rights of now: a stream lives longer than they do. */
  async function deliver(
    workspace: string,
    typing: { object: string; recordId: string; member: string },
  ) {
    const others = [...(streams.get(workspace) ?? [])].filter(
      ({ member }) => member !== typing.member,
    );
    if (others.length === 0) return;
    const { directory, info } = await workspaces.open(workspace);
    const groups = [...Map.groupBy(others, ({ member }) => member)].filter(
      ([member]) => directory.members.get(member)?.active,
    );
    const readers = await Promise.all(
      groups.map(([member]) =>
        workspaces.context(workspace, memberActor(directory, member, info.settings)),
      ),
    );
    const reached = await findReached(readers, [typing]);
    groups.forEach(([, found], i) => {
      if (reached[i]?.length) for (const { hear } of found) hear({ typing });
    });
  }

  const unlisten = await database.listen(channel, (payload) => {
    // Only this program sends there.
    const message = JSON.parse(payload) as Message;
    if ('here' in message) present.heard(message.workspace, message.from, message.here);
    else
      deliver(message.workspace, message.typing).catch((error: unknown) =>
        log.debug({ err: error }, 'a signal was not delivered'),
      );
  });

  return {
    async type(ctx, objectKey, recordId) {
      const { object, id } = await requireVisible(ctx, objectKey, recordId);
      if (ctx.actor.kind !== 'member') return;
      const typing = { object: object.key, recordId: id, member: ctx.actor.id };
      send({ workspace: ctx.workspace.id, typing });
    },
    join(ctx, hear) {
      const { id } = ctx.workspace;
      const stream = { member: ctx.actor.kind === 'member' ? ctx.actor.id : '', hear };
      const known = streams.get(id) ?? new Set();
      streams.set(id, known.add(stream));
      hear({ present: present.of(id) });
      present.touch(id);
      return () => {
        known.delete(stream);
        if (known.size === 0) streams.delete(id);
        present.touch(id);
      };
    },
    async close() {
      present.stop();
      await unlisten();
    },
  };
}
