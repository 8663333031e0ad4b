import { describe, expect, it } from 'vitest';
import { fromLunar, lunarAnniversary, toLunar } from './lunar.ts';

const lunar = (year: number, month: number, day: number, leap = false) => ({
  year,
  month,
  day,
  leap,
});

describe('the Vietnamese lunar calendar', () => {
  it.each([
    [lunar(2026, 1, 1), '2026-02-17'],
    // Not the day of the Chinese calendar.
    [lunar(2030, 1, 1), '2030-02-02'],
    [lunar(2007, 1, 1), '2007-02-17'],
    [lunar(1985, 1, 1), '1985-01-21'],
    [lunar(2025, 6, 15, true), '2025-08-08'],
    [lunar(2026, 1, 30), '2026-03-18'],
    [lunar(2026, 8, 15), '2026-09-25'],
    [lunar(2033, 3, 10), '2033-04-09'],
  ])('%j is %s', (date, solar) => {
    expect(fromLunar(date)).toBe(solar);
    expect(toLunar(solar)).toEqual(date);
  });

  it.each([
    lunar(2025, 12, 30),
    lunar(2026, 6, 1, true),
    lunar(2026, 13, 1),
    lunar(2026, 0, 1),
    lunar(2026, 1, 0),
    lunar(1899, 1, 1),
    lunar(2101, 1, 1),
  ])('has no %j', (date) => {
    expect(fromLunar(date)).toBeUndefined();
  });

  it('goes from day to day without a gap, there and back, for two hundred years', () => {
    const last = Date.parse('2100-11-30T00:00:00Z');
    let before = toLunar('1900-12-31');
    let days = 0;
    for (let at = Date.parse('1901-01-01T00:00:00Z'); at <= last; at += 86_400_000) {
      const solar = new Date(at).toISOString().slice(0, 10);
      const date = toLunar(solar);
      if (!date || !before) throw new Error(`no lunar day of ${solar}`);
      if (fromLunar(date) !== solar) throw new Error(`${solar} does not come back`);
      const follows = date.day === before.day + 1 || (date.day === 1 && before.day >= 29);
      if (!follows) throw new Error(`${solar} does not follow`);
      before = date;
      days += 1;
    }
    expect(days).toBe(73_018);
  });

  it('keeps yearly days in a month without their last day, and says nothing for what is no day', () => {
    expect(lunarAnniversary(2025, 12, 30)).toBe('2026-02-16');
    expect(lunarAnniversary(2025, 6, 15)).toBe('2025-07-09');
    expect(lunarAnniversary(2025, 12, 31)).toBeUndefined();
    expect(toLunar('x')).toBeUndefined();
    expect(toLunar('1899-01-01')).toBeUndefined();
  });
});
