import type { Ctx } from '#engine/context.ts';
import { qualified } from '#engine/records/sql.ts';
import type { People } from './people.ts';

/** A device that may be lost shows nothing any more; whoever still has theirs allows it again. */
export async function forgetDevicesOf(ctx: Ctx, memberId: string): Promise<void> {
  await ctx.tables.deleteFrom('push_device').where('member_id', '=', memberId).execute();
}

/** The same in every company of a person. */
export async function forgetDevices(people: People, userId: string): Promise<void> {
  const { workspaces } = people;
  const members = await people.core
    .selectFrom('membership')
    .select(['workspace_id', 'member_id'])
    .where('user_id', '=', userId)
    .execute();
  for (const { workspace_id, member_id } of members) {
    const { info } = await workspaces.open(workspace_id);
    await workspaces.database.app.query(
      `delete from ${qualified(info.schema, 'push_device')} where member_id = $1`,
      [member_id],
    );
  }
}
