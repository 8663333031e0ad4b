import { Decimal } from 'decimal.js';
import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { createRecords } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { fill } from '#shared/messages/fill.ts';
import { notFound } from '#shared/errors.ts';
import { findStalled, type Stalled } from './find-stalled.ts';
import { findValues, type AtRisk } from './find-values.ts';
import { loadsOf, overloadedOf, usualOf, type Loads } from './load.ts';
import { stalledSettings } from './stalled-settings.ts';
import { stalledWords } from './stalled.words.ts';
import { suggestOwners, type Suggestion } from './suggest-owners.ts';
import type { Whose } from './whose.ts';

export interface MadeSheet {
  id: string;
  customers: number;
}

const atOnce = 200;

/**
 * Writes down which customers nobody moves, with all that speaks for handing them over, as it is now: what the actor
 * may see of those, and theirs from then on. `month`: the one the sheet is for, when it comes by the clock.
 */
export async function makeSheet(
  ctx: Ctx,
  whose: Whose,
  { month }: { month?: string } = {},
): Promise<MadeSheet> {
  const settings = stalledSettings(ctx);
  const members = [...ctx.directory.members.values()].filter(({ active }) => active);
  const loads = await loadsOf(
    ctx,
    settings,
    members.map(({ id }) => id),
  );
  const overloaded = overloadedOf(ctx, settings, loads);
  const { stalled, left } = await findStalled(ctx, settings, whose, overloaded);
  const values = await findValues(
    ctx,
    stalled.map(({ id }) => id),
  );
  const suggested = await suggestOwners(ctx, stalled, loads);
  const currency = ctx.workspace.settings.currency;
  const sum = [...values.values()].reduce(
    (total, { amount }) => total.plus(amount),
    new Decimal(0),
  );
  const lines = stalled.map((each) =>
    lineOf(each, {
      value: values.get(each.id),
      currency,
      load: each.owner === null ? undefined : loadOf(ctx, each.owner, loads),
      suggestion: suggested.get(each.id),
    }),
  );
  return withTransaction(asSystem(ctx, 'stalled customers'), async (system) => {
    const [sheet] = await createRecords(
      system,
      'stalledSheet',
      [
        {
          name: nameOf(ctx, month),
          month: month ?? null,
          madeAt: ctx.now.toISOString(),
          customers: lines.length,
          left,
          valueAtRisk: { amount: sum.toFixed(), currency },
          owner: ctx.actor.kind === 'member' ? ctx.actor.id : null,
        },
      ],
      { trusted: true },
    );
    if (!sheet) throw notFound();
    const all = lines
      .toSorted((a, b) => Number(b.valueAtRisk?.amount ?? 0) - Number(a.valueAtRisk?.amount ?? 0))
      .map((line) => ({ ...line, sheet: sheet.id }));
    for (let at = 0; at < all.length; at += atOnce)
      await createRecords(system, 'stalledLine', all.slice(at, at + atOnce), { trusted: true });
    return { id: sheet.id, customers: lines.length };
  });
}

function nameOf({ workspace, now, actor }: Ctx, month: string | undefined): string {
  const words = stalledWords[workspace.settings.language];
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(actor.timeZone)
    .toPlainDate()
    .toString();
  const [year = '', inYear = '', inMonth = ''] = (month ?? day).split('-');
  return month === undefined
    ? fill(words.sheetOfDay, { day: `${inMonth}/${inYear}/${year}` })
    : fill(words.sheetOfMonth, { month: `${inYear}/${year}` });
}

/** Their load beside that of their colleagues. */
function loadOf(ctx: Ctx, owner: string, loads: Loads) {
  const own = loads.get(owner);
  const gone = ctx.directory.members.get(owner)?.name;
  if (!own) return gone === undefined ? undefined : { gone };
  const usual = usualOf(ctx, owner, loads);
  return {
    ...own,
    ...(usual && {
      usualCustomers: Math.round(usual.customers),
      usualMinutes: Math.round(usual.minutes),
    }),
  };
}

interface Known {
  value: AtRisk | undefined;
  currency: string;
  load: object | undefined;
  suggestion: Suggestion | undefined;
}

const lineOf = (each: Stalled, { value, currency, load, suggestion }: Known) => ({
  account: each.id,
  name: each.name,
  keeper: each.reasons.includes('noKeeper') ? null : each.owner,
  stage: each.stage,
  potential: each.potential,
  reasons: each.reasons,
  movedAt: each.movedAt,
  idleDays: each.idleDays,
  allowedDays: each.allowedDays,
  unanswered: each.unanswered,
  valueAtRisk: value ? { amount: value.amount, currency } : null,
  valueFrom: value?.from ?? null,
  load: load ?? null,
  suggested: suggestion?.member ?? null,
  suggestedFor: suggestion ?? null,
});
