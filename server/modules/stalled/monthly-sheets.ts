import type { TimedJob } from '#engine/jobs/job.ts';
import { asMember } from '#engine/access/as-member.ts';
import type { Ctx } from '#engine/context.ts';
import { notify } from '#engine/notices/notify.ts';
import { list } from '#engine/records/index.ts';
import { ledTeams, whoseOf, whoseOfNobody } from './whose.ts';
import { makeSheet } from './make-sheet.ts';

/** Each hour, for the first of a month begins at another one in each zone. */
export const monthlySheets: TimedJob = {
  name: 'monthly-stalled-sheets',
  at: '10 * * * *',
  run: makeMonthlySheets,
};

/**
 * On the first of a month, one sheet for each who leads a team, and for the administrators one of the customers that no
 * leader answers for. A month has one sheet of each, however often this runs.
 */
export async function makeMonthlySheets(ctx: Ctx): Promise<void> {
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime())
    .toZonedDateTimeISO(ctx.workspace.settings.timeZone)
    .toPlainDate();
  if (today.day !== 1) return;
  const month = today.toString();
  for (const { id, active, roleId } of ctx.directory.members.values()) {
    if (!active) continue;
    const leads = ledTeams(ctx, id).length > 0;
    if (!leads && ctx.directory.roles.get(roleId)?.administrator !== true) continue;
    const { items: made } = await list(ctx, 'stalledSheet', {
      where: {
        and: [
          { field: 'month', op: 'eq', value: month },
          { field: 'owner', op: 'eq', value: id },
        ],
      },
      fields: ['name'],
      limit: 1,
    });
    if (made.length > 0) continue;
    const manager = asMember(ctx, id);
    const sheet = await makeSheet(manager, leads ? whoseOf(manager) : whoseOfNobody(manager), {
      month,
    });
    await notify(ctx, [
      {
        member: id,
        kind: 'stalledSheet',
        object: 'stalledSheet',
        recordId: sheet.id,
        params: { count: sheet.customers, of: 'account' },
        key: `stalledSheet:${month}`,
      },
    ]);
  }
}
