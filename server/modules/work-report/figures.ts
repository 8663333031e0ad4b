import { aheadStatuses } from '#shared/activity.ts';
import type { Filter } from '#shared/filter.ts';
import { notReached } from '../activity/index.ts';

const status = (...value: string[]): Filter => ({ field: 'status', op: 'in', value });
const done = status('done');
const calls: Filter = { and: [done, { field: 'kind', op: 'eq', value: 'call' }] };

/**
 * What is counted of the activities of a stretch of days, each with the filter of what it counts: an activity belongs
 * to the day it starts. Notes are no work that is planned or done.
 */
export const figures = [
  { key: 'planned', fn: 'count' },
  { key: 'done', fn: 'count', where: done },
  { key: 'open', fn: 'count', where: status(...aheadStatuses) },
  { key: 'forgotten', fn: 'count', where: status('forgotten') },
  { key: 'cancelled', fn: 'count', where: status('cancelled') },
  { key: 'minutesPlanned', fn: 'sum', field: 'plannedMinutes' },
  { key: 'minutesActual', fn: 'sum', field: 'actualMinutes', where: done },
  { key: 'calls', fn: 'count', where: calls },
  {
    key: 'reached',
    fn: 'count',
    where: { and: [calls, { not: { field: 'result', op: 'in', value: notReached } }] },
  },
  {
    key: 'visits',
    fn: 'count',
    where: { and: [done, { field: 'kind', op: 'in', value: ['visit', 'visitByCustomer'] }] },
  },
] as const satisfies readonly Figure[];

interface Figure {
  key: string;
  fn: 'count' | 'sum';
  field?: string;
  where?: Filter;
}

export type FigureKey = (typeof figures)[number]['key'] | 'newCustomers';

export const figureKeys: readonly FigureKey[] = [...figures.map(({ key }) => key), 'newCustomers'];

/** Of one person, team, customer, matter or day; null where it cannot be said. */
export type Figures = Record<FigureKey, number | null>;

export const work: Filter = { field: 'kind', op: 'ne', value: 'note' };
