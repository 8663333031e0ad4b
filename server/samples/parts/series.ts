import type { PlannedRecord, SamplePart, SampleWorld } from '../world.ts';

export const zone = 'Asia/Ho_Chi_Minh';

/** Two plans that come again: the meeting of the team each Monday, and a call with one customer every other week. */
export const recurrences: SamplePart = {
  object: 'recurrence',
  plan(world) {
    planMeeting(world);
    planCall(world);
  },
};

/** Days of their occurrences, before today. Both end with what is planned: nothing is added to them at night. */
export const meetingDays = (world: SampleWorld): number[] => world.mondays(6, 8);
export const callDays = (world: SampleWorld): number[] =>
  world
    .mondays(4, 6)
    .filter((_, i) => i % 2 === 0)
    .map((days) => days - 2);

const begun = 60;

export const leaderOf = ({ company, sellers }: SampleWorld): string =>
  company.teams[0]?.leader ?? sellers[0] ?? '';

function planMeeting(world: SampleWorld): void {
  const leader = leaderOf(world);
  const people = world.sellers.filter((key) => key !== leader).map((member) => ({ member }));
  const subject = world.company.trade.dealings.weekly;
  add(world, leader, meetingDays(world), {
    ref: 'weekly meeting',
    minute: 510,
    minutes: 45,
    rule: (count) => `FREQ=WEEKLY;BYDAY=MO;COUNT=${count}`,
    people,
    template: { kind: 'meeting', subject, place: 'Phòng họp', people },
  });
}

/** With somebody who was a customer by then. */
export function calledCustomer(world: SampleWorld): PlannedRecord | undefined {
  return world
    .of('account')
    .find(({ ref, by, at }) => ref.startsWith('account ') && by === 'employee' && isOld(world, at));
}

const isOld = (world: SampleWorld, at: Date): boolean => world.daysSince(at) > begun + 30;

function planCall(world: SampleWorld): void {
  const customer = calledCustomer(world);
  if (!customer) return;
  const subject = world.company.trade.office.regularCall;
  add(world, customer.by, callDays(world), {
    ref: 'weekly call',
    minute: 585,
    minutes: 15,
    rule: (count) => `FREQ=WEEKLY;INTERVAL=2;COUNT=${count}`,
    template: { kind: 'call', subject, account: { ref: customer.ref } },
  });
}

interface Again {
  ref: string;
  /** Of the day, at which it begins. */
  minute: number;
  minutes: number;
  rule: (count: number) => string;
  people?: readonly { member: string }[];
  template: Record<string, unknown>;
}

function add(
  world: SampleWorld,
  by: string,
  days: readonly number[],
  { ref, minute, minutes, rule, people, template }: Again,
): void {
  const slots = days.map((day) => world.minuteOf(day, minute).toISOString());
  world.add({
    ref,
    at: world.minuteOf(begun, minute),
    by,
    values: {
      subject: template['subject'],
      rule: rule(slots.length),
      timeZone: zone,
      firstAt: slots[0],
      minutes,
      ...(people && { people }),
      values: template,
      madeUntil: slots.at(-1),
    },
  });
}
