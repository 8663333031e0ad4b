import { describe, expect, it } from 'vitest';
import { bestSlot, offerSlots } from './offer-slot.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const days = ['2026-11-19', '2026-11-20'];
const span = (day: string, from: string, to: string) => ({
  from: Date.parse(`${day}T${from}:00+07:00`),
  to: Date.parse(`${day}T${to}:00+07:00`),
});
const best = { from: '14:00', to: '15:30', answered: 5, tried: 6 };
const offered = (free: ReturnType<typeof span>[], minutes = 10) =>
  offerSlots(free, { minutes, best, days, timeZone });

describe('the time offered for a call', () => {
  it('is the first free one in the hours they answer', () => {
    const free = [span('2026-11-19', '09:00', '12:00'), span('2026-11-19', '14:05', '17:00')];
    expect(offered(free)).toEqual([
      { startsAt: '2026-11-19T07:15:00.000Z', endsAt: '2026-11-19T07:25:00.000Z', answers: true },
    ]);
  });

  it('is any free one where nothing is free then, and another day at the right hour is better', () => {
    const free = [span('2026-11-19', '16:00', '17:00'), span('2026-11-20', '08:00', '17:00')];
    const slots = offered(free);
    expect(slots.map(({ startsAt, answers }) => [startsAt, answers])).toEqual([
      ['2026-11-19T09:00:00.000Z', false],
      ['2026-11-20T07:00:00.000Z', true],
    ]);
    expect(bestSlot(slots)?.startsAt).toBe('2026-11-20T07:00:00.000Z');
    expect(bestSlot([])).toBeNull();
  });

  it('is as long as the call is planned', () => {
    expect(offered([span('2026-11-19', '14:00', '14:20')], 30)).toEqual([]);
    expect(offered([span('2026-11-19', '15:15', '16:00')], 30)).toMatchObject([
      { startsAt: '2026-11-19T08:15:00.000Z', answers: true },
    ]);
  });
});
