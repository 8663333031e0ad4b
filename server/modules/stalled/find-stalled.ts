import type { Filter } from '#shared/filter.ts';
import type { StalledSettings } from '#shared/stalled.ts';
import type { Ctx } from '#engine/context.ts';
import { aggregate, idOf, type PresentedRecord } from '#engine/records/index.ts';
import { notReached } from '../activity/index.ts';
import { allowedDays, daysBefore, idleWhere, watchedWhere } from './idle-where.ts';
import { mostValued } from './most-valued.ts';
import type { Reason } from './reasons.ts';
import type { Whose } from './whose.ts';

export interface Stalled {
  id: string;
  name: string;
  owner: string | null;
  team: string | null;
  stage: string;
  potential: string | null;
  region: string | null;
  goods: readonly string[];
  /** When something was last done with them, or their stage changed, or they were entered. */
  movedAt: string;
  idleDays: number;
  allowedDays: number;
  reasons: readonly Reason[];
  unanswered: number;
}

export interface FoundStalled {
  stalled: Stalled[];
  /** More than a sheet holds. */
  left: number;
}

export const mostLines = 2000;
const unansweredWithinDays = 30;

/** Customers within the actor's reach that are left behind, those of the greatest revenue first. */
export async function findStalled(
  ctx: Ctx,
  settings: StalledSettings,
  { where }: Whose,
  overloaded: ReadonlySet<string>,
): Promise<FoundStalled> {
  const unanswered = await unansweredOf(ctx, settings, where);
  const gone = [...ctx.directory.members.values()].filter(({ active }) => !active);
  const noKeeper: Filter = {
    or: [
      { field: 'owner', op: 'isEmpty' },
      ...(gone.length > 0
        ? [{ field: 'owner', op: 'in' as const, value: gone.map(({ id }) => id) }]
        : []),
    ],
  };
  const branches: Filter[] = [idleWhere(settings, ctx.now), noKeeper];
  if (unanswered.size > 0) branches.push({ field: 'id', op: 'in', value: [...unanswered.keys()] });
  if (overloaded.size > 0)
    branches.push({
      and: [
        { field: 'owner', op: 'in', value: [...overloaded] },
        idleWhere(settings, ctx.now, 0.5),
      ],
    });
  const wanted: Filter = {
    and: [watchedWhere(settings), { or: branches }, ...(where ? [where] : [])],
  };
  const { customers, count } = await mostValued(ctx, wanted, { fields, most: mostLines });
  const stalled = customers.flatMap(
    (account) => judge(ctx, settings, account, { overloaded, unanswered }) ?? [],
  );
  return { stalled, left: Math.max(0, count - mostLines) };
}

const fields = [
  'name',
  'owner',
  'team',
  'stage',
  'potential',
  'region',
  'goodsTraded',
  'createdAt',
  'lastActivityAt',
  'stageSince',
];

function judge(
  { now, directory }: Ctx,
  settings: StalledSettings,
  account: PresentedRecord,
  known: { overloaded: ReadonlySet<string>; unanswered: ReadonlyMap<string, number> },
): Stalled | undefined {
  const stage = String(account['stage']);
  const potential = textOf(account['potential']);
  const allowed = allowedDays(settings, stage, potential);
  if (allowed === 0) return undefined;
  const movedAt = ['createdAt', 'lastActivityAt', 'stageSince']
    .map((key) => textOf(account[key]) ?? '')
    .reduce((a, b) => (a > b ? a : b));
  const idleDays = Math.floor((now.getTime() - Date.parse(movedAt)) / 86_400_000);
  const owner = idOf(account['owner']);
  const unanswered = known.unanswered.get(account.id) ?? 0;
  const reasons: Reason[] = [
    ...(idleDays >= allowed ? (['idle'] as const) : []),
    ...(unanswered > 0 ? (['unanswered'] as const) : []),
    ...(directory.members.get(owner ?? '')?.active === true ? [] : (['noKeeper'] as const)),
    ...(owner !== null && known.overloaded.has(owner) && idleDays * 2 >= allowed
      ? (['overloaded'] as const)
      : []),
  ];
  if (reasons.length === 0) return undefined;
  const goods = account['goodsTraded'];
  return {
    id: account.id,
    name: String(account['name']),
    owner,
    team: idOf(account['team']),
    stage,
    potential,
    region: textOf(account['region']),
    goods: Array.isArray(goods) ? goods.map(String) : [],
    movedAt,
    idleDays,
    allowedDays: allowed,
    reasons,
    unanswered,
  };
}

/** Customers who were called in vain again and again, and with whom nobody spoke meanwhile. */
async function unansweredOf(
  ctx: Ctx,
  { unansweredCalls }: StalledSettings,
  where: Filter | undefined,
): Promise<Map<string, number>> {
  if (unansweredCalls === 0) return new Map();
  const since = daysBefore(ctx.now, unansweredWithinDays);
  const { groups } = await aggregate(ctx, 'activity', {
    where: {
      and: [
        { field: 'startsAt', op: 'gte', value: since },
        { field: 'kind', op: 'eq', value: 'call' },
        { field: 'status', op: 'eq', value: 'done' },
        { field: 'result', op: 'in', value: notReached },
        {
          or: [
            { field: 'account.lastContactAt', op: 'isEmpty' },
            { field: 'account.lastContactAt', op: 'lt', value: since },
          ],
        },
        ...(where ? [where] : []),
      ],
    },
    groupBy: [{ field: 'account' }],
    measures: [{ fn: 'count' }],
  });
  return new Map(
    groups.flatMap(({ keys: [key], values: [count] }) => {
      const id = idOf(key);
      return id !== null && Number(count) >= unansweredCalls ? [[id, Number(count)]] : [];
    }),
  );
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
