import type { Ctx } from '#engine/context.ts';
import { aggregate } from '#engine/records/index.ts';
import { daysBefore } from './day-of.ts';
import type { CallLine } from './call-line.ts';
import { sees } from './read-fields.ts';

export interface Totals {
  planned: number;
  called: number;
  forgotten: number;
  left: number;
  minutesPlanned: number;
  minutesActual: number;
}

export function totalsOf(lines: readonly CallLine[]): Totals {
  const count = (...states: readonly CallLine['state'][]) =>
    lines.filter(({ state }) => states.includes(state)).length;
  const sum = (key: 'plannedMinutes' | 'actualMinutes') =>
    lines.reduce((all, each) => all + (each[key] ?? 0), 0);
  return {
    planned: lines.length,
    called: count('done'),
    forgotten: count('forgotten'),
    left: count('planned', 'running'),
    minutesPlanned: sum('plannedMinutes'),
    minutesActual: sum('actualMinutes'),
  };
}

export interface ForgottenRate {
  days: number;
  forgotten: number;
  /** Of so many calls that were due. */
  due: number;
}

const rateDays = 30;

/** How many calls of the last thirty days were forgotten. */
export async function forgottenRate(ctx: Ctx, member: string): Promise<ForgottenRate> {
  if (!sees(ctx, 'activity', 'owner', 'kind', 'status', 'startsAt'))
    return { days: rateDays, forgotten: 0, due: 0 };
  const { groups } = await aggregate(ctx, 'activity', {
    where: {
      and: [
        { field: 'owner', op: 'eq', value: member },
        { field: 'kind', op: 'eq', value: 'call' },
        { field: 'startsAt', op: 'gte', value: daysBefore(ctx.now, rateDays) },
        { field: 'startsAt', op: 'lt', value: ctx.now.toISOString() },
        { field: 'status', op: 'in', value: ['done', 'forgotten'] },
      ],
    },
    groupBy: [{ field: 'status' }],
    measures: [{ fn: 'count' }],
  });
  const of = (status: string) =>
    Number(groups.find(({ keys }) => keys[0] === status)?.values[0] ?? 0);
  return { days: rateDays, forgotten: of('forgotten'), due: of('done') + of('forgotten') };
}

/** Own customers and leads who asked not to be called: nobody is held out of the plan in silence. */
export async function heldBack(ctx: Ctx, member: string): Promise<number> {
  const counts = await Promise.all(
    ['account', 'lead'].map(async (object) => {
      if (!sees(ctx, object, 'owner', 'doNotCall')) return 0;
      const { groups } = await aggregate(ctx, object, {
        where: {
          and: [
            { field: 'owner', op: 'eq', value: member },
            { field: 'doNotCall', op: 'eq', value: true },
          ],
        },
        measures: [{ fn: 'count' }],
      });
      return Number(groups[0]?.values[0] ?? 0);
    }),
  );
  return counts.reduce((sum, each) => sum + each, 0);
}
