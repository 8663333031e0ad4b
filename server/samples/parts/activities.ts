import type { PlannedChange, PlannedRecord, SamplePart, SampleWorld } from '../world.ts';
import { callDays, calledCustomer, leaderOf, meetingDays } from './series.ts';

/** A year of calls, meetings, visits, tasks and notes; today has its plan, whatever the day. */
export const activities: SamplePart = {
  object: 'activity',
  // A year day by day would be a thousand small writes.
  windowDays: 45,
  plan(world) {
    for (const with_ of customersOf(world)) planDealings(world, with_);
    for (const seller of world.sellers) planDays(world, seller);
    planMeetings(world);
    planRegularCalls(world);
  },
};

interface With {
  record: PlannedRecord;
  /** The relation by which an activity names it. */
  as: 'account' | 'lead';
  contact?: PlannedRecord;
}

/** Those one deals with, in the order of the plan: customers in talks most, then leads that were taken up. */
function customersOf(world: SampleWorld): With[] {
  const contacts = Map.groupBy(world.of('contact'), ({ values }) => refOf(values['account']));
  const accounts = world
    .of('account')
    .filter(({ ref }) => ref.startsWith('account ') || ref.startsWith('person '))
    .map((record): With => {
      const contact = contacts.get(record.ref)?.[0];
      return { record, as: 'account', ...(contact && { contact }) };
    });
  const leads = world
    .of('lead')
    .filter(({ changes }) => changes.length > 0)
    .map((record): With => ({ record, as: 'lead' }));
  return [...accounts, ...leads];
}

const refOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'ref' in value ? String(value.ref) : '';

const outcomes = [
  ['reached', 6],
  ['interested', 4],
  ['considering', 4],
  ['agreed', 3],
  ['callBack', 2],
  ['refused', 1],
  ['noAnswer', 4],
  ['busy', 2],
  ['wrongNumber', 0.3],
] as const;
const unreached = new Set<string>(['noAnswer', 'busy', 'wrongNumber']);

/** What was done with one customer since they came, more of it lately. */
function planDealings(world: SampleWorld, with_: With): void {
  const { random } = world;
  const age = world.daysSince(with_.record.at);
  const stages = with_.record.changes.map(({ values }) => values['stage']);
  const quiet = stages.includes('dormant') || stages.includes('lost') || random.chance(0.12);
  const count = with_.as === 'lead' ? random.between(1, 2) : random.between(2, quiet ? 3 : 6);
  for (let i = 0; i < count; i += 1) {
    const newest = quiet ? Math.min(age - 1, random.between(45, 120)) : 2;
    if (age - 1 <= newest) return;
    const days = newest + Math.floor((age - 1 - newest) * random.next() ** 2);
    planDone(world, with_, days);
  }
}

function planDone(world: SampleWorld, with_: With, days: number): void {
  const { random, company } = world;
  const { dealings } = company.trade;
  const kind = random.weighted([
    ['call', 9],
    ['visit', 2],
    ['meeting', 2],
    ['message', 2],
    ['note', 3],
    ['task', 2],
  ] as const);
  const startsAt = world.slot(days);
  const forgotten = kind === 'call' && random.chance(0.07);
  const result = kind === 'call' && !forgotten ? random.weighted(outcomes) : undefined;
  const planned = { call: 10, visit: 90, meeting: 60, message: 5, note: 0, task: 30 }[kind];
  const spent = result && unreached.has(result) ? 1 : Math.round(planned * (0.6 + random.next()));
  const spoken = result !== undefined && !unreached.has(result);
  const summary = spoken
    ? random.pick(dealings.said)
    : { meeting: random.pick(dealings.agreed), visit: random.pick(dealings.agreed) }[String(kind)];
  add(world, with_, {
    kind,
    subject: subjectOf(world, kind),
    startsAt: startsAt.toISOString(),
    endsAt: plus(startsAt, planned).toISOString(),
    status: forgotten ? 'forgotten' : 'done',
    ...(!forgotten && {
      startedAt: startsAt.toISOString(),
      finishedAt: plus(startsAt, spent).toISOString(),
      actualMinutes: spent,
    }),
    ...(result && { result }),
    ...(summary && { summary: `<p>${summary}</p>` }),
    ...(kind === 'note' && {
      subject: 'Ghi chú',
      summary: `<p>${random.pick(dealings.notes)}</p>`,
      ...(random.chance(0.08) && { pinned: true }),
    }),
  });
}

function subjectOf({ random, company }: SampleWorld, kind: string): string {
  const { calls, meetings, visits, tasks, messages } = company.trade.dealings;
  const words: Record<string, readonly string[]> = {
    call: calls,
    meeting: meetings,
    visit: visits,
    task: tasks,
    message: messages,
    note: ['Ghi chú'],
  };
  return random.pick(words[kind] ?? tasks);
}

/** Yesterday, today and the days to come of one seller: who is to be called when, and what has come of it so far. */
function planDays(world: SampleWorld, seller: string): void {
  const { random } = world;
  const own = customersOf(world).filter(({ record }) => record.by === seller);
  if (own.length === 0) return;
  for (const days of [1, 0, -1, -2, -5]) {
    const starts = [480, 525, 570, 660, 810, 870, 960, 990].filter(() => random.chance(0.6));
    for (const minute of starts) planSlot(world, random.pick(own), { days, minute, seller });
    if (random.chance(0.5))
      planSlot(world, random.pick(own), { days, minute: 600, seller, kind: 'meeting' });
  }
}

interface Slot {
  days: number;
  minute: number;
  seller: string;
  kind?: 'call' | 'meeting';
}

function planSlot(world: SampleWorld, with_: With, { days, minute, kind = 'call' }: Slot): void {
  const { random, company } = world;
  const length = kind === 'call' ? random.pick([5, 10, 10, 15]) : 60;
  const startsAt = world.minuteOf(days, minute);
  const result = random.weighted(outcomes);
  const spent = unreached.has(result) ? 1 : Math.max(2, Math.round(length * (0.6 + random.next())));
  // Of what is over, the writer says how it ended; one in eight nobody did.
  const done: PlannedChange[] =
    days >= 0 && random.chance(0.88)
      ? [
          {
            at: plus(startsAt, spent),
            by: with_.record.by,
            values: {
              status: 'done',
              startedAt: startsAt.toISOString(),
              finishedAt: plus(startsAt, spent).toISOString(),
              actualMinutes: spent,
              ...(kind === 'call' && { result }),
              ...(!unreached.has(result) && {
                summary: `<p>${random.pick(company.trade.dealings.said)}</p>`,
              }),
            },
          },
        ]
      : [];
  add(
    world,
    with_,
    {
      kind,
      subject: subjectOf(world, kind),
      startsAt: startsAt.toISOString(),
      endsAt: plus(startsAt, length).toISOString(),
      ...(kind === 'meeting' && random.chance(0.5) && { remindBefore: ['15'] }),
    },
    { at: world.daysAgo(random.between(2, 5)), changes: done },
  );
}

/** The team meets each Monday at half past eight. */
function planMeetings(world: SampleWorld): void {
  const leader = leaderOf(world);
  for (const days of meetingDays(world)) {
    const startsAt = world.minuteOf(days, 510);
    addOccurrence(world, 'weekly meeting', {
      days,
      by: leader,
      startsAt,
      minutes: 45,
      values: {
        kind: 'meeting',
        subject: world.company.trade.dealings.weekly,
        people: world.sellers.filter((key) => key !== leader).map((member) => ({ member })),
        place: 'Phòng họp',
      },
    });
  }
}

function planRegularCalls(world: SampleWorld): void {
  const customer = calledCustomer(world);
  if (!customer) return;
  for (const days of callDays(world))
    addOccurrence(world, 'weekly call', {
      days,
      by: customer.by,
      startsAt: world.minuteOf(days, 585),
      minutes: 15,
      values: {
        kind: 'call',
        subject: world.company.trade.office.regularCall,
        account: { ref: customer.ref },
      },
      ...(days > 0 && { done: { result: 'reached' } }),
    });
}

interface Occurrence {
  days: number;
  by: string;
  startsAt: Date;
  minutes: number;
  values: Record<string, unknown>;
  done?: Record<string, unknown>;
}

/** One of a series; of what is over, it is said that it was done. */
function addOccurrence(
  world: SampleWorld,
  series: string,
  { days, by, startsAt, minutes, values, done = {} }: Occurrence,
): void {
  const endsAt = plus(startsAt, minutes);
  const finished = { status: 'done', finishedAt: endsAt.toISOString(), ...done };
  world.add({
    ref: `${series} ${days}`,
    at: world.daysAgo(Math.max(3, days + 3)),
    by,
    values: {
      ...values,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      recurrence: { ref: series },
      recurrenceSlot: startsAt.toISOString(),
    },
    changes: days < 0 ? [] : [{ at: endsAt, by, values: finished }],
  });
}

function add(
  world: SampleWorld,
  { record, as, contact }: With,
  values: Record<string, unknown>,
  when: Partial<Pick<PlannedRecord, 'at' | 'changes'>> = {},
): void {
  const startsAt = new Date(String(values['startsAt']));
  const noted = when.at ?? new Date(startsAt.getTime() + 60 * 60_000);
  // Nothing is planned with somebody who is not there yet.
  const at = noted > record.at ? noted : plus(record.at, 1);
  world.add({
    ref: `activity ${world.of('activity').length}`,
    at,
    by: record.by,
    values: {
      ...values,
      [as]: { ref: record.ref },
      ...(contact && contact.at < at && { contacts: [{ ref: contact.ref }] }),
    },
    changes: when.changes ?? [],
  });
}

const plus = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
