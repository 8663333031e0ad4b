import { systemActor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { withDb } from '../transaction.ts';
import { buildAccess } from './build-access.ts';

/** The same moment and transaction, acting for nobody: for what goes on whoever began it. */
export function asSystem(ctx: Ctx, reason: string): Ctx {
  const { directory, model, workspace } = ctx;
  const actor = systemActor(reason, workspace.settings);
  const access = buildAccess(actor, directory, model);
  return withDb({ ...ctx, actor, access }, ctx.db, (effect) => ctx.afterCommit(effect));
}

/** The same actor, within reach of everything: for what belongs to what they may do, whoever reaches it. */
export const reachingAll = (ctx: Ctx, reason: string): Ctx => ({
  ...ctx,
  access: asSystem(ctx, reason).access,
});
