import { expect, it } from 'vitest';
import { toggled } from './toggle.ts';

it('adds mine, takes it back, and keeps the order in which they are offered', () => {
  const others = [{ kind: 'laugh' as const, count: 1, mine: false, names: ['Hà'] }];
  const both = toggled(others, 'like', 'Tôi');
  expect(both).toEqual([{ kind: 'like', count: 1, mine: true, names: ['Tôi'] }, ...others]);
  expect(toggled(both, 'laugh', 'Tôi')[1]).toMatchObject({ count: 2, names: ['Hà', 'Tôi'] });
  expect(toggled(both, 'like', 'Tôi')).toEqual(others);
});
