import { describe, expect, it } from 'vitest';
import { usualTimes } from './next-times.ts';

const zone = 'Asia/Ho_Chi_Minh';
const times = (now: string) => usualTimes(new Date(now), zone).map(({ startsAt }) => startsAt);

describe('the times offered for the next step', () => {
  it('are tomorrow at this hour and Monday morning', () => {
    // Thursday, 15:18 there.
    expect(times('2026-11-19T08:18:00Z')).toEqual([
      '2026-11-20T08:00:00.000Z',
      '2026-11-23T02:00:00.000Z',
    ]);
  });

  it('pass over the end of the week, and over hours at which nobody is called', () => {
    // Friday, 20:30 there: Monday at nine is both.
    expect(times('2026-11-20T13:30:00Z')).toEqual(['2026-11-23T02:00:00.000Z']);
    // Sunday, 10:15 there.
    expect(times('2026-11-22T03:15:00Z')).toEqual([
      '2026-11-23T03:00:00.000Z',
      '2026-11-23T02:00:00.000Z',
    ]);
  });

  it('begin the day where the person is', () => {
    const [first] = usualTimes(new Date('2026-11-19T23:30:00Z'), zone);
    // Already Friday there, 06:30.
    expect(first?.startsAt).toBe('2026-11-23T02:00:00.000Z');
  });
});
