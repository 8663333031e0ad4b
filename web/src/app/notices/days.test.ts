import { describe, expect, it } from 'vitest';
import { byDay, dayName } from './days.ts';

describe('days of notices', () => {
  it('are those of the place', () => {
    const items = [
      { at: '2026-11-22T01:00:00Z' },
      { at: '2026-11-21T18:00:00Z' },
      { at: '2026-11-21T16:00:00Z' },
    ];
    const lengths = (zone: string) => byDay(items, zone).map((day) => [day.day, day.items.length]);
    expect(lengths('Asia/Ho_Chi_Minh')).toEqual([
      ['2026-11-22', 2],
      ['2026-11-21', 1],
    ]);
    expect(lengths('UTC')).toEqual([
      ['2026-11-22', 1],
      ['2026-11-21', 2],
    ]);
  });

  it('are called by name when they are near, also after a change of clocks', () => {
    const names = { today: 'T', yesterday: 'Y' };
    const say = (day: string) =>
      dayName(day, 'Europe/Berlin', names, new Date('2026-03-30T10:00:00Z'));
    expect([say('2026-03-30'), say('2026-03-29'), say('2026-03-28')]).toEqual([
      'T',
      'Y',
      '28/03/2026',
    ]);
  });
});
