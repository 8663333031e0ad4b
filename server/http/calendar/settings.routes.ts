import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { occasions } from '#shared/calendar/occasions.ts';
import { weekdays, wrongDays, type WeekHours } from '#shared/calendar/working-hours.ts';
import { forbidden, invalid } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { calendarSettings, hoursOf } from '#server/modules/calendar/index.ts';
import type { People } from '#server/people/people.ts';
import { keepPersonal, lockPersonal } from '#server/people/personal-settings.ts';
import { updateCompany } from '#server/people/update-company.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const dayHours = z.array(z.strictObject({ from: clock, to: clock })).max(4);
const hours = z.strictObject({
  1: dayHours,
  2: dayHours,
  3: dayHours,
  4: dayHours,
  5: dayHours,
  6: dayHours,
  7: dayHours,
});
const known = occasions.filter(({ kind }) => kind === 'public').map(({ key }) => key);
const publicKey = z.string().refine((key) => known.includes(key), {
  params: { code: 'notAnOption' },
});
const minutes = z.int().min(0).max(1440);

const company = z.strictObject({
  hours: hours.exactOptional(),
  holidays: z
    .strictObject({
      notOff: z.array(publicKey).max(known.length),
      days: z
        .array(
          z.strictObject({
            date: z.iso.date(),
            off: z.boolean(),
            name: z.string().trim().min(1).max(100).exactOptional(),
          }),
        )
        .max(500),
    })
    .exactOptional(),
  usualMinutes: z.record(z.string().max(80), minutes).exactOptional(),
  forgottenAfterMinutes: minutes.exactOptional(),
});

/** Working hours, days off and usual lengths: everyone sees them, an administrator changes the company's. */
export function registerCalendarSettingRoutes(server: FastifyInstance, people: People): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get('/api/v1/calendar/settings', { schema: { querystring: noQuery } }, (request) => {
    const ctx = ctxOf(request);
    return describe(ctx);
  });

  app.patch(
    '/api/v1/calendar/settings',
    { config: { scope: 'admin' }, schema: { querystring: noQuery, body: company } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        const { forgottenAfterMinutes, ...calendar } = request.body;
        if (calendar.hours) checkHours(calendar.hours);
        const days = calendar.holidays?.days ?? [];
        if (new Set(days.map(({ date }) => date)).size < days.length)
          throw invalid([{ path: 'holidays.days', code: 'notUnique' }]);
        await updateCompany(people, ctx, (kept) => ({
          calendar: { ...kept.calendar, ...calendar },
          forgottenAfterMinutes,
        }));
        return { status: 204 };
      }),
  );

  app.put(
    '/api/v1/calendar/hours',
    {
      schema: {
        querystring: noQuery,
        // Null: as the company.
        body: z.strictObject({ hours: hours.nullable() }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        const { actor } = ctx;
        if (actor.kind !== 'member') throw forbidden();
        const { hours: own } = request.body;
        if (own) checkHours(own);
        await withTransaction(ctx, async (inside) => {
          const { workingHours: _, ...kept } = await lockPersonal(inside, actor.id);
          await keepPersonal(inside, actor.id, { ...kept, ...(own && { workingHours: own }) });
        });
        return { status: 204 };
      }),
  );
}

function checkHours(given: WeekHours): void {
  const wrong = wrongDays(given);
  if (wrong.length > 0)
    throw invalid(
      weekdays
        .filter((weekday) => wrong.includes(weekday))
        .map((weekday) => ({ path: `hours.${weekday}`, code: 'endsEarly' })),
    );
}

/** With the actor's own hours, which are null where they keep to the company's. */
async function describe(ctx: Ctx) {
  const settings = calendarSettings(ctx);
  const [own] = ctx.actor.kind === 'member' ? await hoursOf(ctx, [ctx.actor.id]) : [];
  return { ...settings, own: own && own.hours !== settings.hours ? own.hours : null };
}
