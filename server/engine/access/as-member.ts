import type { Model } from '#shared/model.ts';
import { memberActor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { withDb } from '../transaction.ts';
import type { Access } from './access.ts';
import { buildAccess } from './build-access.ts';

/** By role: what is made for an Access, such as the text of the model, is made once. */
const kept = new WeakMap<Model, Map<string, Access>>();

/** The same moment seen by another member: to ask what they may see, or to show it to an administrator. */
export function asMember(
  ctx: Ctx,
  memberId: string,
  { language }: { language?: 'vi' | 'en' } = {},
): Ctx {
  const { directory, model } = ctx;
  const actor = {
    ...memberActor(directory, memberId, ctx.workspace.settings),
    ...(language && { language }),
  };
  const ofRole = kept.get(model) ?? new Map<string, Access>();
  kept.set(model, ofRole);
  const role = 'roleId' in actor ? actor.roleId : '';
  const access = ofRole.get(role) ?? buildAccess(actor, directory, model);
  ofRole.set(role, access);
  return withDb({ ...ctx, actor, access }, ctx.db, (effect) => ctx.afterCommit(effect));
}
