import { memberActor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { withDb } from '../transaction.ts';
import { buildAccess } from './build-access.ts';

/** The same moment seen by another member: to ask what they may see before something is shown to them. */
export function asMember(ctx: Ctx, memberId: string): Ctx {
  const actor = memberActor(ctx.directory, memberId, ctx.workspace.settings);
  const access = buildAccess(actor, ctx.directory, ctx.model);
  return withDb({ ...ctx, actor, access }, ctx.db, (effect) => ctx.afterCommit(effect));
}
