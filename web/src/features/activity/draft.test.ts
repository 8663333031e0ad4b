import { expect, it } from 'vitest';
import { activityOf, isWhole } from './draft.ts';

const now = new Date('2026-11-22T08:00:00Z');

it('makes a note, a call that has just ended, or a plan', () => {
  expect(activityOf({ text: '<p>x</p>' }, now)).toEqual({ kind: 'note', description: '<p>x</p>' });
  expect(
    activityOf({ tab: 'call', text: 'y', call: { result: 'reached', actualMinutes: 10 } }, now),
  ).toMatchObject({
    kind: 'call',
    status: 'done',
    startsAt: '2026-11-22T07:50:00.000Z',
    endsAt: '2026-11-22T08:00:00.000Z',
    result: 'reached',
    summary: 'y',
  });
  const plan = { kind: 'meeting', startsAt: '2026-11-23T02:00:00Z' };
  expect(activityOf({ tab: 'plan', plan }, now)).toMatchObject(plan);
});

it('has enough once there is something to say', () => {
  expect(isWhole({})).toBe(false);
  expect(isWhole({ tab: 'call', call: { result: 'noAnswer' } })).toBe(true);
  expect(isWhole({ tab: 'plan', plan: { kind: 'call' } })).toBe(false);
});
