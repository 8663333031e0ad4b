import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markFormula, unmarkFormula } from './formula-mark.ts';

it.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ['+84912345678', "'+84912345678"],
  ['-', "'-"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1+1', "'＝1+1"],
  ["'Tis", "'Tis"],
  ['1=1', '1=1'],
  ['', ''],
])('%j is written as %j and comes back', (text, written) => {
  expect(markFormula(text)).toBe(written);
  expect(unmarkFormula(written)).toBe(text);
});

it('gives every text back and never starts with a formula character', () => {
  const tricky = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', '＝') });
  fc.assert(
    fc.property(fc.oneof(tricky, fc.string({ unit: 'binary' })), (text) => {
      expect(unmarkFormula(markFormula(text))).toBe(text);
      expect(markFormula(text)).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
  );
});
