import type { Ctx } from '#engine/context.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import type { Called } from './best-hours.ts';
import { daysBefore, daysSince, type Day } from './day-of.ts';
import { listVisible, sees, textOf } from './read-fields.ts';
import type { Reason } from './reasons.ts';

export interface Suggestion {
  object: 'account' | 'lead' | 'contact';
  id: string;
  called: Called;
  reasons: Reason[];
}

interface Candidate extends Suggestion {
  /** Compared part by part; the smaller is called first. */
  rank: readonly number[];
}

/** How long one may be silent with a customer whose own rhythm is not known, in days, by potential. */
const usualSilence: Readonly<Record<string, number>> = { a: 14, b: 30, c: 60 };
/** Leads cool down sooner. */
const leadSilence: Readonly<Record<string, number>> = { hot: 2, warm: 4, cold: 10 };
const usualLeadSilence = 5;
const potentialRank: Readonly<Record<string, number>> = { a: 0, b: 1, c: 2, d: 4 };
const ratingRank: Readonly<Record<string, number>> = { hot: 0, warm: 1, cold: 2 };
const unknownRank = 3;
const candidatesEach = 60;

/**
 * Whom nothing is planned with although it is time, in an order one can explain: whose next contact is overdue, the longest
 * first; then by potential (leads by rating); then who was left longest, against their own rhythm where it is known.
 */
export async function suggest(ctx: Ctx, member: string, day: Day): Promise<Suggestion[]> {
  const [accounts, leads, contacts] = await Promise.all([
    accountsOf(ctx, member, day),
    leadsOf(ctx, member, day),
    contactsOf(ctx, member, day),
  ]);
  const found = [
    ...accounts.flatMap((each) => candidate(ctx, 'account', each, day) ?? []),
    ...leads.flatMap((each) => candidate(ctx, 'lead', each, day) ?? []),
    ...contacts.flatMap((each) => candidate(ctx, 'contact', each, day) ?? []),
  ];
  const distinct = new Map(found.map((each) => [each.id, each]));
  return [...distinct.values()].toSorted((a, b) => compare(a.rank, b.rank));
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((each, i) => each - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

function candidate(
  { now }: Ctx,
  object: Candidate['object'],
  record: PresentedRecord,
  { from }: Day,
): Candidate | null {
  const { id } = record;
  const next = textOf(record['nextContactAt']);
  const last = textOf(record['lastContactAt']);
  const grade = textOf(record[object === 'lead' ? 'rating' : 'potential']);
  const ranks = object === 'lead' ? ratingRank : potentialRank;
  const graded: Reason[] = grade
    ? [{ code: object === 'lead' ? 'rating' : 'potential', value: grade }]
    : [];
  const rhythm = Number(record['contactEveryDays'] ?? 0);
  const isOwn = Number(record['contactCount'] ?? 0) >= 3 && rhythm >= 1;
  const usual =
    object === 'lead'
      ? (leadSilence[grade ?? ''] ?? usualLeadSilence)
      : (usualSilence[grade ?? ''] ?? 90);
  const every = isOwn ? Math.round(rhythm) : usual;
  const days = daysSince(last ?? textOf(record['createdAt']) ?? now.toISOString(), now);
  const silence: Reason = last
    ? { code: 'silent', days, every, own: isOwn ? 'yes' : 'no' }
    : { code: 'never', days };
  const base = { object, id, called: { [object]: id } };
  const rank = ranks[grade ?? ''] ?? unknownRank;
  if (next !== null && next < from)
    return {
      ...base,
      reasons: [{ code: 'overdue', days: Math.max(1, daysSince(next, now)) }, ...graded],
      rank: [0, Date.parse(next), rank],
    };
  if (last !== null && days <= every * 1.25) return null;
  return { ...base, reasons: [...graded, silence], rank: [1, rank, -days / every] };
}

const not = (field: string) => ({ not: { field, op: 'eq', value: true } });
const empty = (field: string) => ({ field, op: 'isEmpty' });
const before = (field: string, value: string) => ({ field, op: 'lt', value });
const ownedBy = (member: string) => ({ field: 'owner', op: 'eq', value: member });
const shownDates = ['nextContactAt', 'lastContactAt', 'contactCount', 'contactEveryDays'];

async function accountsOf(ctx: Ctx, member: string, { from }: Day): Promise<PresentedRecord[]> {
  if (!sees(ctx, 'account', 'owner', 'stage', 'doNotCall', 'nextContactAt', 'lastContactAt'))
    return [];
  const fields = ['potential', 'createdAt', ...shownDates];
  const mine = [
    ownedBy(member),
    { field: 'stage', op: 'in', value: ['inTalks', 'customer', 'dormant'] },
    not('doNotCall'),
  ];
  const silent = [
    ...mine,
    empty('nextContactAt'),
    {
      or: [empty('lastContactAt'), before('lastContactAt', daysBefore(ctx.now, 7))],
    },
  ];
  const byPotential = sees(ctx, 'account', 'potential')
    ? 'potential,lastContactAt'
    : 'lastContactAt';
  const [overdue, left] = await Promise.all([
    listVisible(ctx, 'account', {
      where: { and: [...mine, before('nextContactAt', from)] },
      sort: 'nextContactAt',
      fields,
      limit: candidatesEach,
    }),
    listVisible(ctx, 'account', {
      where: { and: silent },
      sort: byPotential,
      fields,
      limit: candidatesEach,
    }),
  ]);
  return [...overdue, ...left];
}

async function leadsOf(ctx: Ctx, member: string, { from }: Day): Promise<PresentedRecord[]> {
  const asked = ['owner', 'status', 'doNotCall', 'marketingOnly', 'nextContactAt', 'lastContactAt'];
  if (!sees(ctx, 'lead', 'phones', ...asked)) return [];
  return listVisible(ctx, 'lead', {
    where: {
      and: [
        ownedBy(member),
        { field: 'status', op: 'in', value: ['new', 'contacted', 'qualified'] },
        not('doNotCall'),
        not('marketingOnly'),
        { field: 'phones', op: 'isNotEmpty' },
        { or: [empty('nextContactAt'), before('nextContactAt', from)] },
      ],
    },
    sort: sees(ctx, 'lead', 'score') ? '-score,createdAt' : 'createdAt',
    fields: ['rating', 'createdAt', ...shownDates],
    limit: candidatesEach,
  });
}

/** People of no company; the others are called for theirs. */
async function contactsOf(ctx: Ctx, member: string, { from }: Day): Promise<PresentedRecord[]> {
  if (!sees(ctx, 'contact', 'owner', 'account', 'doNotCall', 'phones', 'nextContactAt')) return [];
  return listVisible(ctx, 'contact', {
    where: {
      and: [
        ownedBy(member),
        empty('account'),
        not('doNotCall'),
        { field: 'phones', op: 'isNotEmpty' },
        before('nextContactAt', from),
      ],
    },
    sort: 'nextContactAt',
    fields: ['createdAt', ...shownDates],
    limit: candidatesEach,
  });
}
