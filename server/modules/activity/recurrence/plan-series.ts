import { invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { createRecords, get } from '#engine/records/index.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { instantOf, minutesBetween } from '../minutes.ts';
import { usualLength } from '../usual-length.ts';
import { makeOccurrences } from './make-occurrences.ts';
import { isRule } from './rule.ts';

export interface PlannedSeries {
  recurrence: PresentedRecord;
  /** Its first occurrence. */
  activity: PresentedRecord;
  /** Occurrences made so far; the rest follows as time goes on. */
  made: number;
}

/** Plans an activity that comes again: `values` are those of its first time. */
export async function planSeries(
  ctx: Ctx,
  values: Record<string, unknown>,
  { rule, timeZone = ctx.actor.timeZone }: { rule: string; timeZone?: string },
): Promise<PlannedSeries> {
  const { startsAt, endsAt, owner: _, ...template } = values;
  const firstAt = instantOf(startsAt);
  if (firstAt === undefined) throw invalid([{ path: 'values.startsAt', code: 'required' }]);
  if (!isRule({ rule, firstAt, timeZone }))
    throw invalid([{ path: 'rule', code: 'badRecurrence' }]);
  const end = instantOf(endsAt);
  if (end !== undefined && end < firstAt)
    throw invalid([{ path: 'values.endsAt', code: 'endsEarly' }]);
  const kind = typeof values['kind'] === 'string' ? values['kind'] : 'task';
  const usual = usualLength(ctx.workspace.settings, kind);
  return withTransaction(ctx, async (ctx) => {
    const series = {
      subject: typeof values['subject'] === 'string' ? values['subject'] : rule,
      rule,
      timeZone,
      firstAt,
      minutes: end === undefined ? usual : minutesBetween(firstAt, end),
      people: values['people'] ?? null,
      ...(values['owner'] !== undefined && { owner: values['owner'] }),
      values: template,
    };
    const [made] = await createRecords(ctx, 'recurrence', [series], { trusted: true });
    if (!made) throw notFound();
    const { owner } = made;
    const ids = await makeOccurrences(ctx, made.id, { ...series, people: null, owner });
    const [first] = ids;
    if (first === undefined) throw invalid([{ path: 'rule', code: 'badRecurrence' }]);
    return {
      recurrence: await get(ctx, 'recurrence', made.id),
      activity: await get(ctx, 'activity', first),
      made: ids.length,
    };
  });
}
