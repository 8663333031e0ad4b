import { sql } from 'kysely';
import { forbidden } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';

/** Members, teams, roles and keys are the administrator's; a key needs the scope besides. */
export function requireAdministrator(ctx: Ctx): void {
  if (!ctx.access.administrator) throw forbidden();
}

/**
 * `setting.preview` stands with the settings, of the member whose rights were looked with; `setting.sample` of the
 * workspace that a sample company was put into, `setting.company` of the workspace itself.
 */
export type PeopleObject =
  | 'member'
  | 'team'
  | 'role'
  | 'apiKey'
  | 'setting.preview'
  | 'setting.sample'
  | 'setting.company';

/** A line in the history of the workspace, as records have; the caller's transaction holds both. */
export async function recordPeopleChange(
  ctx: Ctx,
  object: PeopleObject,
  id: string,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): Promise<void> {
  const { actor } = ctx;
  await ctx.tables
    .insertInto('history')
    .values((eb) => ({
      object,
      record_id: id,
      version: eb
        .selectFrom('history')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('next'))
        .where('object', '=', object)
        .where('record_id', '=', id),
      actor_id: actor.kind === 'member' ? actor.id : null,
      reason: actor.kind === 'member' ? (actor.apiKeyId ?? null) : actor.reason,
      action,
      changes,
    }))
    .execute();
}

/** Before and after of what really differs. */
export function changesOf(before: object, after: object): Record<string, [unknown, unknown]> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after)
      .filter(([, value]) => value !== undefined)
      .filter(([key, value]) => JSON.stringify(old.get(key)) !== JSON.stringify(value))
      .map(([key, value]) => [key, [old.get(key) ?? null, value]]),
  );
}
