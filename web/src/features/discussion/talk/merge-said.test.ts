import { expect, it } from 'vitest';
import { mergeSaid, replaceSaid } from './merge-said.ts';
import type { Said } from './said.ts';

const said = (id: string, createdAt: string, body = id): Said => ({
  id,
  version: 1,
  createdAt,
  createdBy: null,
  owner: null,
  body,
  files: null,
  replyTo: null,
  excerpt: null,
  editedAt: null,
  reactions: [],
});

it('stands in the order in which it was said, each once and as it came last', () => {
  const known = [said('a', '1'), said('c', '3')];
  const all = mergeSaid(known, [said('b', '2'), said('c', '3', 'khác')]);
  expect(all.map(({ body }) => body)).toEqual(['a', 'b', 'khác']);
});

it('loses what was asked for and did not come', () => {
  const known = [said('a', '1'), said('b', '2'), said('c', '3')];
  const left = replaceSaid(known, new Set(['b', 'c', 'x']), [said('c', '3')]);
  expect(left.map(({ id }) => id)).toEqual(['a', 'c']);
});
