import { expect, it } from 'vitest';
import { joinChanges } from './join-changes.ts';
import type { ChangeEntry } from './timeline.ts';

const entry = (id: number, at: string, more: Partial<ChangeEntry> = {}): ChangeEntry => ({
  kind: 'change',
  id,
  at: `2026-11-22T${at}:00Z`,
  version: id,
  action: 'update',
  actor: { id: 'm', title: 'Hà' },
  reason: null,
  changes: {},
  record: { object: 'box', id: 'r', title: 'Hộp' },
  ...more,
});

it('makes one knot of what one person changed in a row', () => {
  const joined = joinChanges([
    entry(4, '09:08', { changes: { name: ['b', 'c'], size: [1, 2] } }),
    entry(3, '09:05', { changes: { name: ['a', 'b'], colour: [null, 'red'] } }),
    entry(2, '08:00', { changes: { name: ['x', 'a'] } }),
  ]);
  expect(joined).toMatchObject([
    { id: 4, changes: { name: ['a', 'c'], colour: [null, 'red'], size: [1, 2] } },
    { id: 2, changes: { name: ['x', 'a'] } },
  ]);
});

it('keeps apart other people, other records and other actions', () => {
  const others = [
    entry(4, '09:08'),
    entry(3, '09:07', { actor: { id: 'n', title: 'Đức' } }),
    entry(2, '09:06', { record: { object: 'toy', id: 't', title: 'Bóng' } }),
    entry(1, '09:05', { action: 'create' }),
  ];
  expect(joinChanges(others)).toHaveLength(4);
});
