import { expect, it } from 'vitest';
import { parsePartOperand, partOperators } from './parts.ts';

it('takes operands of parts by what they behave as', () => {
  expect(partOperators('select')).toEqual(['eq', 'ne', 'in', 'notIn']);
  expect(parsePartOperand('select', '79')).toEqual({ ok: true, value: '79' });
  expect(parsePartOperand('decimal', '1.50')).toEqual({ ok: true, value: '1.5' });
  expect(parsePartOperand('decimal', 1.5).ok).toBe(false);
  expect(parsePartOperand('number', 2 ** 60).ok).toBe(false);
  expect(parsePartOperand('text', ['x']).ok).toBe(false);
});
