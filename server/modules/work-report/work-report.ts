import type { Condition, Filter } from '#shared/filter.ts';
import { invalid } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { aggregate, idOf, type AggregateResult } from '#engine/records/index.ts';
import { figures, type FigureKey, type Figures, work } from './figures.ts';
import { peopleWithin } from './people-within.ts';
import { before, instantsOf, type Stretch } from './stretch.ts';

export const reportedBy = ['person', 'team', 'customer', 'matter', 'kind'] as const;
export type ReportedBy = (typeof reportedBy)[number];

export interface ReportQuery extends Stretch {
  by: ReportedBy;
  member?: string | undefined;
  team?: string | undefined;
  kind?: string | undefined;
}

export interface ReportRow {
  /** Null: of nobody, or about nothing. */
  key: unknown;
  /** What its activities are found by, beside the filters of the report and of a figure. */
  where: Condition;
  figures: Figures;
  /** In the stretch before; null where there was nothing. */
  before: Figures | null;
}

export interface WorkReport extends Stretch {
  by: ReportedBy;
  before: Stretch;
  /** What all activities of the report are found by, and those of a figure. */
  where: Filter;
  figureWhere: Partial<Record<FigureKey, Filter>>;
  /** What new customers are found by; the condition of a row narrows them too. */
  customersWhere: Filter;
  rows: ReportRow[];
  total: Figures;
  totalBefore: Figures;
  days: { day: string; figures: Figures }[];
  /** False: more customers or matters than a report shows; the total has all. */
  complete: boolean;
}

const fieldOf: Record<ReportedBy, string> = {
  person: 'owner',
  team: 'team',
  customer: 'account',
  matter: 'about',
  kind: 'kind',
};

const mostDays = 400;

/** What was planned, done and forgotten, by whom or with whom, beside the stretch before; of all the actor answers for. */
export async function workReport(ctx: Ctx, query: ReportQuery): Promise<WorkReport> {
  const { from, to, by } = query;
  const length = Temporal.PlainDate.from(from).until(to).days + 1;
  if (length < 1) throw invalid([{ path: 'to', code: 'endsEarly' }]);
  if (length > mostDays)
    throw invalid([{ path: 'to', code: 'tooLarge', params: { max: mostDays } }]);
  const earlier = before(query);
  const where = activitiesOf(ctx, query, query);
  const whereEarlier = activitiesOf(ctx, query, earlier);
  const field = fieldOf[by];
  const [now, then, days] = await Promise.all([
    measured(ctx, where, [{ field }]),
    measured(ctx, whereEarlier, [{ field }]),
    measured(ctx, where, [{ field: 'startsAt', bucket: 'day' }]),
  ]);
  const total = await totalOf(ctx, where, by, now);
  const totalBefore = await totalOf(ctx, whereEarlier, by, then);
  const isOfOurs = by === 'person' || by === 'team';
  const came = await customersBy(ctx, query, query, isOfOurs ? field : undefined);
  const cameBefore = await customersBy(ctx, query, earlier, isOfOurs ? field : undefined);
  const known = new Map(then.groups.map(({ keys: [key], values }) => [keyOf(key), values]));
  const newOf = (counts: ReadonlyMap<string | null, number>, key: unknown) =>
    isOfOurs ? (counts.get(keyOf(key)) ?? 0) : null;
  const rows = now.groups.map(({ keys: [key], values }): ReportRow => {
    const earlierValues = known.get(keyOf(key));
    return {
      key,
      where: conditionOf(field, key),
      figures: figuresOf(values, newOf(came, key)),
      before: earlierValues ? figuresOf(earlierValues, newOf(cameBefore, key)) : null,
    };
  });
  const sum = (counts: ReadonlyMap<string | null, number>) =>
    [...counts.values()].reduce((all, count) => all + count, 0);
  return {
    from,
    to,
    by,
    before: earlier,
    where,
    figureWhere: Object.fromEntries(
      figures.flatMap((figure) => ('where' in figure ? [[figure.key, figure.where]] : [])),
    ),
    customersWhere: customersOf(ctx, query, query),
    rows,
    total: { ...total, newCustomers: sum(came) },
    totalBefore: { ...totalBefore, newCustomers: sum(cameBefore) },
    days: days.groups
      .map(({ keys: [day], values }) => ({ day: String(day), figures: figuresOf(values, null) }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    complete: now.complete,
  };
}

function activitiesOf(ctx: Ctx, query: ReportQuery, stretch: Stretch): Filter {
  const { kind } = query;
  return {
    and: [
      ...within('startsAt', ctx, stretch),
      ...whose(ctx, query),
      kind === undefined ? work : { field: 'kind', op: 'eq', value: kind },
    ],
  };
}

const customersOf = (ctx: Ctx, query: ReportQuery, stretch: Stretch): Filter => ({
  and: [...within('createdAt', ctx, stretch), ...whose(ctx, query)],
});

function within(field: string, { actor }: Ctx, stretch: Stretch): Filter[] {
  const { start, end } = instantsOf(stretch, actor.timeZone);
  return [
    { field, op: 'gte', value: start },
    { field, op: 'lt', value: end },
  ];
}

function whose(ctx: Ctx, { member, team }: ReportQuery): Filter[] {
  const people = peopleWithin(ctx);
  return [
    ...(people === undefined ? [] : [{ field: 'owner', op: 'in' as const, value: people }]),
    ...(member === undefined ? [] : [{ field: 'owner', op: 'eq' as const, value: member }]),
    ...(team === undefined ? [] : [{ field: 'team', op: 'eq' as const, value: team }]),
  ];
}

type GroupBy = { field: string; bucket?: 'day' }[];

const measured = (ctx: Ctx, where: Filter, groupBy: GroupBy): Promise<AggregateResult> =>
  aggregate(ctx, 'activity', { where, groupBy, measures: figures });

/** The sum of the lines where each activity stands in one of them and all are there; counted again elsewhere. */
async function totalOf(
  ctx: Ctx,
  where: Filter,
  by: ReportedBy,
  { groups, complete }: AggregateResult,
): Promise<Figures> {
  if (by === 'matter' || !complete)
    return figuresOf((await measured(ctx, where, [])).groups[0]?.values ?? [], null);
  const sums = figures.map((_, i) =>
    groups.reduce((sum, { values }) => sum + Number(values[i] ?? 0), 0),
  );
  return figuresOf(sums, null);
}

/** New customers, by the person or team who keeps them; under one key where it is by neither. */
async function customersBy(
  ctx: Ctx,
  query: ReportQuery,
  stretch: Stretch,
  field: string | undefined,
): Promise<Map<string | null, number>> {
  const { groups } = await aggregate(ctx, 'account', {
    where: customersOf(ctx, query, stretch),
    groupBy: field === undefined ? [] : [{ field }],
    measures: [{ fn: 'count' }],
  });
  return new Map(groups.map(({ keys: [key], values: [count] }) => [keyOf(key), Number(count)]));
}

function figuresOf(
  values: AggregateResult['groups'][number]['values'],
  newCustomers: number | null,
) {
  const counted = figures.map(({ key }, i) => [key, Number(values[i] ?? 0)]);
  // Every figure is there, which the type of an object made of pairs does not say.
  return { ...Object.fromEntries(counted), newCustomers } as Figures;
}

function conditionOf(field: string, key: unknown): Condition {
  const value = keyOf(key);
  if (value === null) return { field, op: 'isEmpty' };
  if (field !== 'about') return { field, op: 'eq', value };
  return { field, op: 'hasAny', value: [value] };
}

const keyOf = (key: unknown): string | null => idOf(key) ?? (typeof key === 'string' ? key : null);
