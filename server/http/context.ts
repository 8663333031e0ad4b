import type { Actor, Ctx } from '#engine/context.ts';
import type { Directory } from '#engine/directory.ts';
import { memberActor } from '#engine/actor.ts';
import type { Workspace, Workspaces } from '#engine/workspaces.ts';
import type { Identity } from '#server/people/identity.ts';

export interface Contexts {
  /** The context of a member's request; looks for a newer model when the caller has seen one. */
  of: (identity: Identity, atLeast?: number) => Promise<Ctx>;
  /** The same with a newer model than `ctx` has, when there is one by now. */
  newer: (identity: Identity, ctx: Ctx) => Promise<Ctx | undefined>;
}

/** A wrong version or name in requests makes a process ask the database this often at most, per workspace. */
const askAgainMs = 1000;

export function createContexts(workspaces: Workspaces): Contexts {
  const actors = new WeakMap<Directory, Map<string, Actor>>();
  const askedAt = new Map<string, number>();

  /** Teams are walked once per member and version, not on every request. */
  function actorOf({ directory, info }: Workspace, { memberId, apiKeyId }: Identity): Actor {
    const known = actors.get(directory) ?? new Map<string, Actor>();
    actors.set(directory, known);
    const name = `${memberId} ${apiKeyId ?? ''}`;
    const actor = known.get(name) ?? memberActor(directory, memberId, info.settings, apiKeyId);
    known.set(name, actor);
    return actor;
  }

  async function askDatabase(id: string): Promise<Workspace | undefined> {
    if (performance.now() - (askedAt.get(id) ?? -askAgainMs) < askAgainMs) return undefined;
    askedAt.set(id, performance.now());
    return workspaces.refresh(id);
  }

  return {
    async of(identity, atLeast = 0) {
      const id = identity.workspaceId;
      const kept = await workspaces.open(id);
      const workspace = kept.model.version < atLeast ? ((await askDatabase(id)) ?? kept) : kept;
      return workspaces.context(id, actorOf(workspace, identity));
    },
    async newer(identity, ctx) {
      const workspace = await askDatabase(identity.workspaceId);
      if (!workspace || workspace.model.version <= ctx.model.version) return undefined;
      return workspaces.context(identity.workspaceId, actorOf(workspace, identity));
    },
  };
}
