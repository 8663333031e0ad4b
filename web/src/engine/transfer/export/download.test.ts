import { expect, it } from 'vitest';
import { lineCounter, nameOf } from './download.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it('counts rows over chunks, not line breaks between quotation marks, nor the heading', () => {
  const count = lineCounter();
  expect(count(bytes('Tên,Ghi chú\r\nA,"một\r\n'))).toBe(0);
  expect(count(bytes('hai ""ba"""\r\nB,'))).toBe(1);
  expect(count(bytes('x\r\n'))).toBe(2);
});

it('reads the name of a file in each way it is written', () => {
  expect(nameOf('attachment; filename=accounts-2026-11-21.csv')).toBe('accounts-2026-11-21.csv');
  expect(nameOf('attachment; filename="a b.csv"')).toBe('a b.csv');
  expect(nameOf("attachment; filename=x.csv; filename*=UTF-8''B%E1%BB%8B.csv")).toBe('Bị.csv');
  expect(nameOf('attachment')).toBeUndefined();
});
