import { fill } from '#shared/messages/fill.ts';
import { formatNumber } from '#shared/locale/number.ts';
import { z } from 'zod';
import type { Ctx } from '#engine/context.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import { stalledWords } from './stalled.words.ts';

const loadSchema = z
  .object({
    customers: z.number(),
    minutes: z.number(),
    usualCustomers: z.number(),
    usualMinutes: z.number(),
    gone: z.string(),
  })
  .partial();

const counted = z.object({ name: z.string(), customers: z.number() });
const suggestionSchema = z.object({
  customers: z.number(),
  minutes: z.number(),
  region: counted.optional(),
  goods: counted.optional(),
});

type Language = Ctx['actor']['language'];
const hoursOf = (minutes: number, language: Language): string =>
  formatNumber(String(Math.round(minutes / 6) / 10), language);

/** Why a customer is on the sheet, a sentence for each reason. */
export function sayReasons({ actor: { language } }: Ctx, line: PresentedRecord): string[] {
  const words = stalledWords[language];
  const load = loadSchema.safeParse(line['load']).data ?? {};
  const reasons = Array.isArray(line['reasons']) ? line['reasons'].map(String) : [];
  const sentences: Record<string, () => string> = {
    idle: () => fill(words.idle, numbers({ days: line['idleDays'], allowed: line['allowedDays'] })),
    unanswered: () => fill(words.unanswered, numbers({ count: line['unanswered'] })),
    noKeeper: () =>
      load.gone === undefined ? words.nobody : fill(words.noKeeper, { name: load.gone }),
    overloaded: () =>
      fill(words.overloaded, {
        customers: load.customers ?? 0,
        hours: hoursOf(load.minutes ?? 0, language),
        usualCustomers: load.usualCustomers ?? 0,
        usualHours: hoursOf(load.usualMinutes ?? 0, language),
      }),
  };
  return reasons.flatMap((reason) => sentences[reason]?.() ?? []);
}

/** What speaks for the suggested owner. */
export function saySuggestion(ctx: Ctx, line: PresentedRecord): string[] {
  const { language } = ctx.actor;
  const words = stalledWords[language];
  const found = suggestionSchema.safeParse(line['suggestedFor']).data;
  if (!found) return [];
  const { region, goods, customers, minutes } = found;
  return [
    ...(region
      ? [
          fill(words.suggestedRegion, {
            count: region.customers,
            name: regionOf(ctx, region.name),
          }),
        ]
      : []),
    ...(goods ? [fill(words.suggestedGoods, { count: goods.customers, name: goods.name })] : []),
    fill(words.suggestedLoad, { customers, hours: hoursOf(minutes, language) }),
  ];
}

function regionOf({ model, actor }: Ctx, value: string): string {
  const field = model.objects.get('account')?.fields.get('region');
  if (field?.kind !== 'select') return value;
  const label = field.options.find((option) => option.value === value)?.label;
  return label?.[actor.language] ?? value;
}

const numbers = (values: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value ?? 0)]));
