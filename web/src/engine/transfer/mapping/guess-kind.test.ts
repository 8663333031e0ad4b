import { expect, it } from 'vitest';
import { guessKind } from './guess-kind.ts';

it.each([
  [['25/12/2009', '1-2-2020'], 'date'],
  [['gom@battrang.example', ''], 'email'],
  [['www.duyen.example', 'https://a.example/b'], 'url'],
  [['0912 345 678', '+84 24 3874 1234'], 'phone'],
  [['12', '-3', '1.250.000'], 'number'],
  [['1,5', '12.25'], 'decimal'],
  [['12', 'mười ba'], 'text'],
  [['a'.repeat(200)], 'longText'],
  [[], 'text'],
] as const)('takes %j for %s', (samples, kind) => {
  expect(guessKind(samples)).toBe(kind);
});
