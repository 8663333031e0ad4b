import type { Ctx } from '#engine/context.ts';
import { asSystem } from '#engine/access/as-system.ts';
import { rightsIn } from '#engine/directory.ts';
import { aggregate, idOf } from '#engine/records/index.ts';
import { aheadStatuses } from '#shared/activity.ts';
import type { StalledSettings } from '#shared/stalled.ts';
import { stagesWatched } from './idle-where.ts';

/** What somebody has to do. */
export interface Load {
  /** Customers of the stages that are watched. */
  customers: number;
  /** Minutes planned for the next 14 days. */
  minutes: number;
}

export type Loads = ReadonlyMap<string, Load>;

const aheadDays = 14;
/** Less than this is never too much, however little the others have. */
const fewCustomers = 10;
const fewMinutes = 600;

/** What members have to do, counted over all of it: colleagues are compared fairly whoever looks. */
export async function loadsOf(
  ctx: Ctx,
  settings: StalledSettings,
  members: readonly string[],
): Promise<Loads> {
  const all = asSystem(ctx, 'loads');
  const owner = { field: 'owner', op: 'in', value: members };
  const open = await aggregate(all, 'account', {
    where: { and: [owner, { field: 'stage', op: 'in', value: stagesWatched(settings) }] },
    groupBy: [{ field: 'owner' }],
    measures: [{ fn: 'count' }],
  });
  const until = new Date(ctx.now.getTime() + aheadDays * 86_400_000).toISOString();
  const planned = await aggregate(all, 'activity', {
    where: {
      and: [
        owner,
        { field: 'startsAt', op: 'between', value: [ctx.now.toISOString(), until] },
        { field: 'status', op: 'in', value: aheadStatuses },
      ],
    },
    groupBy: [{ field: 'owner' }],
    measures: [{ fn: 'sum', field: 'plannedMinutes' }],
  });
  const loads = new Map(members.map((id): [string, Load] => [id, { customers: 0, minutes: 0 }]));
  for (const { keys, values } of open.groups) put(loads, keys[0], { customers: Number(values[0]) });
  for (const { keys, values } of planned.groups)
    put(loads, keys[0], { minutes: Number(values[0] ?? 0) });
  return loads;
}

function put(loads: Map<string, Load>, key: unknown, part: Partial<Load>): void {
  const id = idOf(key);
  if (id !== null) loads.set(id, { customers: 0, minutes: 0, ...loads.get(id), ...part });
}

/** Who could take a customer over from them: active, in one of their teams, and with customers of their own. */
export function colleaguesOf(ctx: Ctx, teamIds: readonly string[]): string[] {
  const { members, roles } = ctx.directory;
  return [...members.values()]
    .filter(({ active }) => active)
    .filter((member) =>
      teamIds.length === 0
        ? member.teamIds.length === 0
        : member.teamIds.some((id) => teamIds.includes(id)),
    )
    .filter(({ roleId }) => {
      const role = roles.get(roleId);
      const update = rightsIn(role, 'account')?.update ?? 'none';
      return role?.administrator === true || update !== 'none';
    })
    .map(({ id }) => id);
}

/** Who keeps customers already: not everyone in a team sells. */
export const keepersAmong = (members: readonly string[], loads: Loads): string[] =>
  members.filter((id) => (loads.get(id)?.customers ?? 0) > 0);

/** What colleagues who keep customers have on average; undefined where there is none to compare with. */
export function usualOf(ctx: Ctx, id: string, loads: Loads): Load | undefined {
  const teamIds = ctx.directory.members.get(id)?.teamIds ?? [];
  const others = keepersAmong(colleaguesOf(ctx, teamIds), loads).filter((each) => each !== id);
  return others.length === 0 ? undefined : averageOf(loads, others);
}

export function averageOf(loads: Loads, members: readonly string[]): Load {
  const known = members.flatMap((id) => loads.get(id) ?? []);
  const mean = (of: (load: Load) => number) =>
    known.length === 0 ? 0 : known.reduce((sum, load) => sum + of(load), 0) / known.length;
  return { customers: mean(({ customers }) => customers), minutes: mean(({ minutes }) => minutes) };
}

/** Members with so much more than their colleagues that something has to give. */
export function overloadedOf(
  ctx: Ctx,
  { overload }: StalledSettings,
  loads: Loads,
): ReadonlySet<string> {
  if (overload === 0) return new Set();
  return new Set(
    [...loads].flatMap(([id, { customers, minutes }]) => {
      const usual = usualOf(ctx, id, loads);
      if (!usual) return [];
      const many = customers >= fewCustomers && customers > usual.customers * overload;
      const long = minutes >= fewMinutes && minutes > usual.minutes * overload;
      return many || long ? [id] : [];
    }),
  );
}
