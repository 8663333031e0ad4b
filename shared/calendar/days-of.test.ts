import { describe, expect, it } from 'vitest';
import { dateOf, daysOf } from './days-of.ts';
import { occasions } from './occasions.ts';

const dayOf = (key: string, year: number) => {
  const occasion = occasions.find((each) => each.key === key);
  return occasion && dateOf(occasion.rule, year);
};
const offIn = (...args: Parameters<typeof daysOf>) =>
  daysOf(...args)
    .filter(({ off }) => off)
    .map(({ date }) => date);

describe('the days of a Vietnamese year', () => {
  it.each([
    ['kitchenGods', 2025, '2026-02-10'],
    ['lunarNewYearEve', 2025, '2026-02-16'],
    ['lunarNewYear', 2026, '2026-02-17'],
    ['firstFullMoon', 2026, '2026-03-03'],
    ['hungKings', 2026, '2026-04-26'],
    ['doubleFifth', 2026, '2026-06-19'],
    ['vuLan', 2026, '2026-08-27'],
    ['midAutumn', 2026, '2026-09-25'],
    ['lunarNewYear', 2030, '2030-02-02'],
    ['midAutumn', 2035, '2035-09-16'],
    ['mothers', 2026, '2026-05-10'],
    ['fathers', 2026, '2026-06-21'],
    ['teachers', 2026, '2026-11-20'],
  ])('%s of %i is %s', (key, year, date) => {
    expect(dayOf(key, year)).toBe(date);
  });

  it('are off by law, also across the turn of the year', () => {
    expect(offIn('2026-02-01', '2026-02-28', {}, [])).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
    ]);
    expect(offIn('2026-12-30', '2027-01-02', {}, [])).toEqual(['2027-01-01']);
  });

  it('are made up for on the next working day when they fall on a day of rest', () => {
    // 26 April 2026 is a Sunday.
    expect(offIn('2026-04-20', '2026-05-03', {}, [6, 7])).toEqual([
      '2026-04-26',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
    ]);
    const lieu = daysOf('2026-04-27', '2026-04-27', {}, [6, 7]);
    expect(lieu.map(({ label }) => label.vi)).toEqual(['Nghỉ bù Giỗ Tổ Hùng Vương']);
  });

  it('are what the company says: decreed days, exchanged days, days of its own', () => {
    const settings = {
      notOff: ['culture'],
      days: [
        { date: '2026-02-20', off: false },
        { date: '2026-02-23', off: true },
        { date: '2026-02-25', off: true, name: 'Kỷ niệm thành lập' },
      ],
    };
    expect(offIn('2026-02-16', '2026-02-28', settings, [])).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-23',
      '2026-02-25',
    ]);
    expect(offIn('2026-11-24', '2026-11-24', settings, [])).toEqual([]);
    expect(daysOf('2026-02-25', '2026-02-25', settings)).toMatchObject([
      { label: { vi: 'Kỷ niệm thành lập' }, kind: 'own' },
    ]);
  });

  it('do not go on for ever when every day is one of rest', () => {
    expect(offIn('2026-01-01', '2026-01-03', {}, [1, 2, 3, 4, 5, 6, 7])).toEqual(['2026-01-01']);
  });
});
