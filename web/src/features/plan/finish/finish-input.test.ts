import { describe, expect, it } from 'vitest';
import { bodyOf, firstInput } from './finish-input.ts';

const now = new Date('2026-11-19T08:18:00.000Z');
const call = (values: object) => ({
  id: 'a',
  version: 1,
  kind: 'call',
  status: 'planned',
  startsAt: '2026-11-19T08:00:00.000Z',
  endsAt: '2026-11-19T08:10:00.000Z',
  plannedMinutes: 10,
  ...values,
});

describe('what is asked when an activity is over', () => {
  it('has the minutes of the clock that ran, else those that were planned', () => {
    expect(firstInput(call({ startedAt: '2026-11-19T08:05:40.000Z' }), now).minutes).toBe(12);
    expect(firstInput(call({}), now).minutes).toBe(10);
    expect(firstInput(call({ plannedMinutes: null }), now).minutes).toBeNull();
  });

  it('is sent with its own times and the next step', () => {
    const activity = call({ startedAt: '2026-11-19T08:05:40.000Z' });
    const input = {
      ...firstInput(activity, now),
      result: 'agreed',
      next: 'plan' as const,
      nextAt: '2026-11-20T07:30:00.000Z',
      nextSubject: '  Gửi mẫu ',
    };
    expect(bodyOf(activity, input, now)).toEqual({
      values: {
        result: 'agreed',
        summary: null,
        actualMinutes: 12,
        startedAt: '2026-11-19T08:05:40.000Z',
        finishedAt: '2026-11-19T08:18:00.000Z',
      },
      next: { kind: 'call', startsAt: '2026-11-20T07:30:00.000Z', subject: 'Gửi mẫu' },
    });
  });

  it('tells a meeting of this morning as done when it was', () => {
    const meeting = call({ kind: 'meeting', endsAt: '2026-11-19T03:00:00.000Z' });
    const input = { ...firstInput(meeting, now), minutes: 60, whyNone: 'lost' };
    expect(bodyOf(meeting, { ...input, next: 'none' }, now)).toMatchObject({
      values: { startedAt: '2026-11-19T02:00:00.000Z', finishedAt: '2026-11-19T03:00:00.000Z' },
      noNextStep: 'lost',
    });
    expect(bodyOf(meeting, { ...input, done: 'now' }, now)).not.toHaveProperty('noNextStep');
  });
});
