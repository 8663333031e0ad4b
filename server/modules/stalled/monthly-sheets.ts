import type { TimedJob } from '#engine/jobs/job.ts';
import { asMember } from '#engine/access/as-member.ts';
import type { Ctx } from '#engine/context.ts';
import { notify } from '#engine/notices/notify.ts';
import { list } from '#engine/records/index.ts';
import { ledTeams, whoseOf, whoseOfNobody } from './whose.ts';
import { makeSheet, type MadeSheet } from './make-sheet.ts';

/** Each hour, for the first of a month begins at another one in each zone. */
export const monthlySheets: TimedJob = {
  name: 'monthly-stalled-sheets',
  at: '10 * * * *',
  run: makeMonthlySheets,
};

/**
 * On the first of a month, one sheet for each who leads a team, and for the administrators one of the customers that no
 * leader answers for. A month has one sheet of each, and each is told of once, however often this runs.
 */
export async function makeMonthlySheets(ctx: Ctx): Promise<void> {
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime())
    .toZonedDateTimeISO(ctx.workspace.settings.timeZone)
    .toPlainDate();
  if (today.day !== 1) return;
  for (const { id, active, roleId } of ctx.directory.members.values()) {
    const leads = ledTeams(ctx, id).length > 0;
    const administers = ctx.directory.roles.get(roleId)?.administrator === true;
    if (!active || !(leads || administers)) continue;
    try {
      await makeSheetOf(ctx, id, { month: today.toString(), leads });
    } catch (error) {
      // One manager's trouble must not keep the others waiting.
      ctx.log.error({ err: error, member: id }, 'a sheet of stalled customers was not made');
    }
  }
}

async function makeSheetOf(
  ctx: Ctx,
  member: string,
  { month, leads }: { month: string; leads: boolean },
): Promise<void> {
  const manager = asMember(ctx, member);
  const whose = leads ? whoseOf(manager) : whoseOfNobody(manager);
  const sheet =
    (await findMade(ctx, member, month)) ?? (await makeSheet(manager, whose, { month }));
  // Also of one that was made before, for then the process may have ended here.
  await notify(ctx, [
    {
      member,
      kind: 'stalledSheet',
      object: 'stalledSheet',
      recordId: sheet.id,
      params: { count: sheet.customers, of: 'account' },
      key: `stalledSheet:${month}`,
    },
  ]);
}

async function findMade(ctx: Ctx, member: string, month: string): Promise<MadeSheet | undefined> {
  const { items } = await list(ctx, 'stalledSheet', {
    where: {
      and: [
        { field: 'month', op: 'eq', value: month },
        { field: 'owner', op: 'eq', value: member },
      ],
    },
    fields: ['customers'],
    limit: 1,
  });
  return items[0] && { id: items[0].id, customers: Number(items[0]['customers']) };
}
