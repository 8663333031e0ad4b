import { forbidden } from '#shared/errors.ts';
import { formatDate } from '#shared/locale/date.ts';
import type { Ctx } from '#engine/context.ts';
import { notify } from '#engine/notices/notify.ts';
import { createRecords, list, updateRecords, type PresentedRecord } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { dayLines, type DayLine } from './day-lines.ts';
import { dayReport } from './day-report.object.ts';

export const dayKinds = ['plan', 'report'] as const;
export type DayKind = (typeof dayKinds)[number];

export interface DayDraft {
  lines: DayLine[];
  /** Whom it goes to; null where nobody leads the team. */
  leader: { id: string; title: string } | null;
  /** What was sent already. */
  sent: PresentedRecord | null;
}

export interface DayQuery {
  day: string;
  kind: DayKind;
}

/** What would be sent now. */
export async function draftDay(ctx: Ctx, query: DayQuery): Promise<DayDraft> {
  const leader = leaderOf(ctx);
  return {
    lines: await dayLines(ctx, query.day),
    leader: leader ? { id: leader.id, title: leader.name } : null,
    sent: (await sentOf(ctx, query)) ?? null,
  };
}

/**
 * Sends the plan or the report of a day to the leader of one's team: made from the activities as they are now, and a
 * sentence. Sent again it takes the place of what was sent, and the leader is not told a second time.
 */
export function sendDay(
  ctx: Ctx,
  { sentence, ...query }: DayQuery & { sentence: string | null },
): Promise<PresentedRecord> {
  return withTransaction(ctx, async (ctx) => {
    const leader = leaderOf(ctx);
    const values = {
      sentence,
      leader: leader?.id ?? null,
      sentAt: ctx.now.toISOString(),
      lines: await dayLines(ctx, query.day),
    };
    const before = await sentOf(ctx, query);
    const [kept] = before
      ? await updateRecords(ctx, 'dayReport', [{ id: before.id, values }], { trusted: true })
      : await createRecords(
          ctx,
          'dayReport',
          [{ ...values, ...query, name: nameOf(ctx, query), slot: slotOf(ctx, query) }],
          { trusted: true },
        );
    if (!kept) throw forbidden();
    if (leader)
      await notify(ctx, [
        {
          member: leader.id,
          kind: 'dayReport',
          object: 'dayReport',
          recordId: kept.id,
          params: { state: query.kind },
          key: `dayReport:${kept.id}`,
        },
      ]);
    return kept;
  });
}

async function sentOf(ctx: Ctx, query: DayQuery): Promise<PresentedRecord | undefined> {
  const where = { field: 'slot', op: 'eq', value: slotOf(ctx, query) };
  return (await list(ctx, 'dayReport', { where, limit: 1 })).items[0];
}

function slotOf({ actor }: Ctx, { day, kind }: DayQuery): string {
  if (actor.kind !== 'member') throw forbidden();
  return `${actor.id} ${day} ${kind}`;
}

function nameOf({ actor }: Ctx, { day, kind }: DayQuery): string {
  const option = dayReport.fields.kind.options.find(({ value }) => value === kind);
  const who = actor.kind === 'member' ? ` · ${actor.name}` : '';
  return `${option?.label[actor.language] ?? kind} ${formatDate(day)}${who}`;
}

/** Who leads their team, or the nearest one above: never they themselves. */
function leaderOf({ actor, directory }: Ctx) {
  if (actor.kind !== 'member') throw forbidden();
  const { teams, members } = directory;
  for (const first of actor.teamIds)
    for (let team = teams.get(first); team; team = teams.get(team.parentId ?? '')) {
      const leader = members.get(team.leaderId ?? '');
      if (leader?.active && leader.id !== actor.id) return leader;
    }
  return undefined;
}
