import { describe, expect, it } from 'vitest';
import { placeholdersOf } from '#shared/messages/fill.ts';
import { defineWords, say, type Sentence } from './define-words.ts';

interface Catalogue {
  vi: Record<string, Sentence>;
  en: Record<string, Sentence>;
}

const files = import.meta.glob<Record<string, unknown>>('../**/*.words.ts', { eager: true });
/** Other things stand in such files too: which words there are, how they are chosen. */
const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;
const catalogues = Object.entries(files).flatMap(([file, module]) =>
  Object.entries(module).flatMap(([name, words]) =>
    isCatalogue(words) ? [{ name: `${file} ${name}`, words }] : [],
  ),
);

const formsOf = (sentence: Sentence): string[] =>
  typeof sentence === 'string' ? [sentence] : Object.values(sentence);
const namesIn = (sentence: Sentence): string[] => [
  ...new Set(formsOf(sentence).flatMap(placeholdersOf)),
];

describe('the words of the screens', () => {
  it('are found', () => {
    expect(catalogues.length).toBeGreaterThan(2);
  });

  it.each(catalogues)('$name: both languages say the same things', ({ words }) => {
    expect(Object.keys(words.en).toSorted()).toEqual(Object.keys(words.vi).toSorted());
    for (const [key, vi] of Object.entries(words.vi)) {
      const en = words.en[key] ?? '';
      // A plural form may write its number as a word.
      const counted = (names: string[]) => names.filter((name) => name !== 'count').toSorted();
      expect(counted(namesIn(en)), key).toEqual(counted(namesIn(vi)));
      for (const sentence of [...formsOf(vi), ...formsOf(en)])
        expect(sentence.trim(), key).not.toBe('');
    }
  });
});

describe('a sentence', () => {
  const words = defineWords({
    vi: { rows: { other: '{count} dòng' }, hello: 'Chào {name}' },
    en: { rows: { one: 'one row', other: '{count} rows' }, hello: 'Hello {name}' },
  });

  it('takes the plural form of its language', () => {
    expect(say(words, 'en', 'rows', { count: 1 })).toBe('one row');
    expect(say(words, 'en', 'rows', { count: 2 })).toBe('2 rows');
    expect(say(words, 'vi', 'rows', { count: 1 })).toBe('1 dòng');
  });

  it('is filled', () => {
    expect(say(words, 'vi', 'hello', { name: 'Hà' })).toBe('Chào Hà');
  });
});
