import { sql } from 'kysely';
import { conflict } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';

/**
 * Somebody who can sign in must be left to administer. The caller has bumped the workspace before,
 * which lets one change of people through at a time.
 */
export async function keepAnAdministrator(ctx: Ctx, path: string): Promise<void> {
  const left = await ctx.tables
    .selectFrom('member')
    .innerJoin('role', 'role.id', 'member.role_id')
    .select('member.id')
    .where('role.administrator', '=', true)
    .where('member.active', '=', true)
    .where('member.user_id', 'is not', null)
    // Those of a sample company leave with it, and nobody could take it out.
    .where(
      sql<boolean>`not exists (select from ${sql.id(ctx.workspace.schema, 'sample')} s where s.made->'member' ? member.id::text)`,
    )
    .limit(1)
    .executeTakeFirst();
  if (!left) throw conflict([{ path, code: 'required' }]);
}
