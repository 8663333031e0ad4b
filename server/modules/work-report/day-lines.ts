import type { Filter } from '#shared/filter.ts';
import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';
import { work } from './figures.ts';
import { instantsOf } from './stretch.ts';

/** An activity of a day as it stands in a report, whatever becomes of it later. */
export interface DayLine {
  id: string;
  subject: string;
  kind: string;
  status: string;
  startsAt: string | null;
  plannedMinutes: number | null;
  actualMinutes: number | null;
  result: string | null;
  account: string | null;
}

const most = 200;
const fields = [
  'subject',
  'kind',
  'status',
  'startsAt',
  'plannedMinutes',
  'actualMinutes',
  'result',
  'account',
];

/** What the actor has on a day, in its order. */
export async function dayLines(ctx: Ctx, day: string): Promise<DayLine[]> {
  const { start, end } = instantsOf({ from: day, to: day }, ctx.actor.timeZone);
  const where: Filter = {
    and: [
      { field: 'owner', op: 'eq', value: { me: true } },
      { field: 'startsAt', op: 'gte', value: start },
      { field: 'startsAt', op: 'lt', value: end },
      work,
    ],
  };
  const { items } = await list(ctx, 'activity', { where, fields, sort: 'startsAt', limit: most });
  return items.map((item) => ({
    id: item.id,
    subject: textOf(item['subject']) ?? '',
    kind: textOf(item['kind']) ?? '',
    status: textOf(item['status']) ?? '',
    startsAt: textOf(item['startsAt']),
    plannedMinutes: numberOf(item['plannedMinutes']),
    actualMinutes: numberOf(item['actualMinutes']),
    result: textOf(item['result']),
    account: titleOf(item['account']),
  }));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const titleOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'title' in value ? textOf(value.title) : null;
