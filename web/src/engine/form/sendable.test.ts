import { expect, it } from 'vitest';
import { readModel } from '#web/api/model.ts';
import type { ModelAnswer } from '#web/api/model.ts';
import { lostOf, sendable } from './sendable.ts';

const field = (key: string, writable: boolean) => ({ key, kind: 'text', writable });
// Only what is looked at; the rest of an answer is long.
const answer = {
  version: 2,
  objects: [{ key: 'note', path: 'notes', fields: [field('name', true), field('code', false)] }],
} as unknown as ModelAnswer;
const note = readModel(answer).objects[0];

it('keeps apart what can no longer be saved, so that it is told and not lost', () => {
  if (!note) throw new Error('no object');
  const typed = { name: 'Lan', code: 'N1', gone: 'chữ đã gõ', alsoGone: null };
  expect(sendable(note, typed)).toEqual({ name: 'Lan' });
  expect(lostOf(note, typed)).toEqual([
    ['code', 'N1'],
    ['gone', 'chữ đã gõ'],
  ]);
});
