import { describe, expect, it } from 'vitest';
import { dayBounds } from './day-bounds.ts';

describe('a day', () => {
  it('begins at midnight where the person is', () => {
    expect(dayBounds(new Date('2026-11-19T18:30:00Z'), 'Asia/Ho_Chi_Minh')).toEqual({
      day: '2026-11-20',
      from: '2026-11-19T17:00:00.000Z',
      to: '2026-11-20T17:00:00.000Z',
    });
  });

  it('has 25 hours when clocks are put back', () => {
    expect(dayBounds(new Date('2026-10-25T10:00:00Z'), 'Europe/Berlin')).toEqual({
      day: '2026-10-25',
      from: '2026-10-24T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    });
  });
});
