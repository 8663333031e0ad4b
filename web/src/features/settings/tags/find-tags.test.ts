import { expect, it } from 'vitest';
import { findTags, sameTag } from './find-tags.ts';
import type { CountedTag } from './tags-query.ts';

const tag = (name: string, count: number): CountedTag => ({ id: name, field: 'a.b', name, count });
const tags = [tag('Trà sen', 3), tag('Ấm chén', 9), tag('tra xanh', 9)];
const names = (found: readonly CountedTag[]) => found.map(({ name }) => name);

it('puts the most used first, then goes by the Vietnamese alphabet', () => {
  expect(names(findTags(tags, '', 'count'))).toEqual(['Ấm chén', 'tra xanh', 'Trà sen']);
  expect(names(findTags(tags, '', 'name'))).toEqual(['Ấm chén', 'Trà sen', 'tra xanh']);
});

it('finds without accents', () => {
  expect(names(findTags(tags, ' TRA', 'name'))).toEqual(['Trà sen', 'tra xanh']);
});

it('knows when a new name is that of another tag, and not of itself', () => {
  expect(sameTag(tags, tag('x', 0), 'trà SEN ')?.name).toBe('Trà sen');
  expect(sameTag(tags, tag('Trà sen', 3), 'trà sen')).toBeUndefined();
});
