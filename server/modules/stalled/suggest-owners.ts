import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { aggregate, idOf } from '#engine/records/index.ts';
import type { Stalled } from './find-stalled.ts';
import { averageOf, colleaguesOf, keepersAmong, type Load, type Loads } from './load.ts';

/** Who could take a customer over, and what speaks for them. */
export interface Suggestion {
  member: string;
  /** As it would be with what was suggested before. */
  customers: number;
  minutes: number;
  /** Customers of the same region, and of the same goods, that they keep. */
  region?: { name: string; customers: number };
  goods?: { name: string; customers: number };
}

/**
 * A colleague of the same team for each customer, and who leads it only when there is nobody else: of those with at most
 * a quarter more to do than the team has on average, whoever keeps customers of the same region, then of the same goods, then who has the least. What was suggested counts, so
 * that not one of them gets all.
 */
export async function suggestOwners(
  ctx: Ctx,
  stalled: readonly Stalled[],
  known: Loads,
): Promise<Map<string, Suggestion>> {
  const loads = new Map([...known].map(([id, load]) => [id, { ...load }]));
  const experience = await experienceOf(ctx, [...loads.keys()], stalled);
  const suggestions = new Map<string, Suggestion>();
  for (const customer of stalled) {
    const others = teamOf(ctx, customer, known);
    const usual = averageOf(loads, others);
    const weights = new Map(others.map((id) => [id, weightOf(loads.get(id), usual)]));
    const able = others.filter((id) => (weights.get(id) ?? 0) <= mostWeight);
    const score = (id: string): number[] => [
      -Math.sign(experience.count(id, customer.region)),
      -Math.sign(experience.best(id, customer.goods)?.customers ?? 0),
      weights.get(id) ?? 0,
    ];
    const [member] = (able.length > 0 ? able : others).toSorted((a, b) =>
      inOrder(score(a), score(b)),
    );
    const load = loads.get(member ?? '');
    if (member === undefined || !load) continue;
    const regional = experience.count(member, customer.region);
    const goods = experience.best(member, customer.goods);
    suggestions.set(customer.id, {
      member,
      customers: load.customers,
      minutes: load.minutes,
      ...(customer.region !== null &&
        regional > 0 && { region: { name: customer.region, customers: regional } }),
      ...(goods && { goods }),
    });
    load.customers += 1;
  }
  return suggestions;
}

const mostWeight = 1.25;

/** Colleagues who could take the customer over: who keeps customers, and not the leader, where there is such a one. */
function teamOf(ctx: Ctx, { owner, team }: Stalled, loads: Loads): string[] {
  const { members, teams } = ctx.directory;
  const teamIds = members.get(owner ?? '')?.teamIds ?? (team === null ? [] : [team]);
  const others = colleaguesOf(ctx, teamIds).filter((id) => id !== owner);
  const leaders = new Set([...teams.values()].map(({ leaderId }) => leaderId));
  const keepers = keepersAmong(others, loads);
  const able = keepers.length > 0 ? keepers : others;
  const sellers = able.filter((id) => !leaders.has(id));
  return sellers.length > 0 ? sellers : able;
}

/** 1 is what the others have on average. */
function weightOf(load: Load | undefined, usual: Load): number {
  const part = (own: number, mean: number) => (mean === 0 ? (own === 0 ? 1 : 2) : own / mean);
  const { customers, minutes } = load ?? usual;
  return (part(customers, usual.customers) + part(minutes, usual.minutes)) / 2;
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** How many customers of a region, and of goods, each of them keeps. */
async function experienceOf(ctx: Ctx, members: readonly string[], stalled: readonly Stalled[]) {
  const counts = new Map<string, number>();
  const goods = [...new Set(stalled.flatMap((each) => each.goods))].slice(0, 500);
  const take = async (field: string, more: object[]) => {
    const { groups } = await aggregate(asSystem(ctx, 'suggestions'), 'account', {
      where: { and: [{ field: 'owner', op: 'in', value: members }, ...more] },
      groupBy: [{ field: 'owner' }, { field }],
      measures: [{ fn: 'count' }],
    });
    for (const { keys, values } of groups)
      counts.set(`${idOf(keys[0])} ${String(keys[1])}`, Number(values[0]));
  };
  if (members.length > 0) {
    await take('region', [{ field: 'region', op: 'isNotEmpty' }]);
    if (goods.length > 0)
      await take('goodsTraded', [{ field: 'goodsTraded', op: 'hasAny', value: goods }]);
  }
  const count = (id: string, what: string | null) =>
    what === null ? 0 : (counts.get(`${id} ${what}`) ?? 0);
  return {
    count,
    best(id: string, names: readonly string[]) {
      const [most] = names
        .map((name) => ({ name, customers: count(id, name) }))
        .filter(({ customers }) => customers > 0)
        .toSorted((a, b) => b.customers - a.customers);
      return most;
    },
  };
}
