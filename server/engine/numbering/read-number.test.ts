import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber, seriesKey } from '#shared/fields/autoNumber.ts';
import { readNumber } from './read-number.ts';

const patterns = [
  'BX-{0000}',
  'HD{yy}{mm}-{000}',
  '{0}/{yyyy}',
  'A.{yyyy}.{mm}.({00000})',
  '{yy}{00}',
];

it('reads what was formatted, whatever the pattern, the day and the number', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 10_000_000 }),
      (pattern, day, n) => {
        const date = day.toISOString().slice(0, 10);
        const read = readNumber(pattern, formatNumber(pattern, n, date));
        expect(read?.n).toBe(n);
        expect(seriesKey(pattern, read?.date ?? '')).toBe(seriesKey(pattern, date));
      },
    ),
  );
});

it('reads nothing from a text of another form', () => {
  for (const text of ['BX-', 'BX-1', 'bx-0001', 'BX-0001a', 'BX-00x1', `BX-${'9'.repeat(16)}`])
    expect(readNumber('BX-{0000}', text)).toBeUndefined();
  expect(readNumber('A.{0}', 'AB1')).toBeUndefined();
});
