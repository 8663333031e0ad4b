import { AppError, invalid } from '#shared/errors.ts';
import type { Predicate } from '#shared/filter.ts';
import type { Access } from '#engine/access/access.ts';
import { asMember } from '#engine/access/as-member.ts';
import type { Ctx } from '#engine/context.ts';
import { isId } from '#engine/records/get.ts';
import { withDb } from '#engine/transaction.ts';
import { qualified } from '#engine/records/sql.ts';
import { recordPeopleChange, requireAdministrator } from './people-history.ts';

/** An administrator looks, and only looks, with the rights of another member. */
export interface Preview {
  memberId: string;
  by: { id: string; title: string };
  language: 'vi' | 'en';
}

/** Then it has to be begun, and so be noted, anew. */
const hours = 8;
const noted = 'setting.preview';

/** Notes in the history of settings that the actor begins to look with the member's rights. */
export async function beginPreview(ctx: Ctx, memberId: string) {
  requireAdministrator(ctx);
  const id = memberId.toLowerCase();
  const member = ctx.directory.members.get(id);
  const role = member && ctx.directory.roles.get(member.roleId);
  if (!member?.active || !role) throw invalid([{ path: 'member', code: 'notFound' }]);
  await recordPeopleChange(ctx, noted, id, 'preview');
  return {
    member: { id, title: member.name },
    role: { id: role.id, name: role.name, administrator: role.administrator },
    until: new Date(Date.now() + hours * 3_600_000).toISOString(),
  };
}

/** The preview a request asks for, when its sender has begun it not long ago and still may. */
export async function findPreview(ctx: Ctx, asked: string): Promise<Preview> {
  requireAdministrator(ctx);
  const { actor } = ctx;
  const memberId = asked.toLowerCase();
  const isThere = isId(memberId) && ctx.directory.members.get(memberId)?.active === true;
  if (!isThere || actor.kind !== 'member') throw new AppError('previewNotBegun');
  const [begun] = await ctx.db.prepared(
    `select from ${qualified(ctx.workspace.schema, 'history')}
     where object = $1 and record_id = $2::uuid and actor_id = $3::uuid
       and at > now() - make_interval(hours => $4::int) limit 1`,
    [noted, memberId, actor.id, hours],
  );
  if (!begun) throw new AppError('previewNotBegun');
  return { memberId, by: { id: actor.id, title: actor.name }, language: actor.language };
}

/**
 * With what the member sees and their days, in the language of who looks. Nothing can be changed, and what is meant for
 * the member alone is not there.
 */
export function inPreview(ctx: Ctx, { memberId, language }: Preview): Ctx {
  const member = asMember(ctx, memberId, { language });
  return withDb({ ...member, access: onlyLooking(member) }, ctx.db, (effect) =>
    ctx.afterCommit(effect),
  );
}

/** By the access it is made from, so that what is made for an Access, such as the text of the model, is made once. */
const kept = new WeakMap<Access, Access>();
const nothing: Predicate = { nothing: true };
const unchanged = { update: nothing, delete: nothing };

/** Screens offer what the rights give, so that a preview offers nothing that would be refused. */
function onlyLooking({ access, model }: Ctx): Access {
  const known = kept.get(access);
  if (known) return known;
  const narrowed: Access = {
    ...access,
    of(key) {
      const own = access.of(key);
      const seen = model.objects.get(key)?.confidential ? { read: nothing } : {};
      return {
        ...own,
        ...unchanged,
        ...seen,
        create: false,
        export: false,
        import: false,
        granted: { ...own.granted, ...unchanged, ...seen },
      };
    },
  };
  kept.set(access, narrowed);
  return narrowed;
}
