import { describe, expect, it } from 'vitest';
import { answeredHours } from './answered-hours.ts';

const slotOf = (clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 2 + (minute >= 30 ? 1 : 0);
};
const calls = (clock: string, answered: number, missed = 0) => [
  ...Array.from({ length: answered }, () => ({ slot: slotOf(clock), answered: true })),
  ...Array.from({ length: missed }, () => ({ slot: slotOf(clock), answered: false })),
];

describe('the hours somebody answers', () => {
  it('are those in which most calls were answered, with the ones beside that are nearly as good', () => {
    const tries = [
      ...calls('09:00', 1, 4),
      ...calls('14:00', 3),
      ...calls('14:30', 2),
      ...calls('15:00', 2, 0),
      ...calls('16:30', 0, 3),
    ];
    expect(answeredHours(tries)).toEqual({ from: '14:00', to: '15:30', answered: 7, tried: 7 });
  });

  it('are not those of one lucky call', () => {
    const tries = [...calls('08:00', 1), ...calls('15:00', 6, 1), ...calls('10:00', 0, 5)];
    expect(answeredHours(tries)).toEqual({ from: '15:00', to: '15:30', answered: 6, tried: 7 });
  });

  it('are not known from two answered calls', () => {
    expect(answeredHours([...calls('09:00', 2, 6)])).toBeNull();
    expect(answeredHours([])).toBeNull();
  });

  it('end at midnight at the latest', () => {
    expect(answeredHours(calls('23:30', 3))).toMatchObject({ from: '23:30', to: '24:00' });
  });
});
