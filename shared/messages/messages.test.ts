import { describe, expect, it } from 'vitest';
import { errorStatus, valueErrorCodes } from '../errors.ts';
import { errorWords } from './errors.ts';
import { fill, placeholdersOf } from './fill.ts';
import { languages } from './language.ts';
import { noticeWords } from './notices.ts';
import { valueErrorWords } from './value-errors.ts';

const flat = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, each]): [string, string][] =>
    typeof each === 'string' ? [[`${path}${key}`, each]] : flat(each, `${path}${key}.`),
  );

const catalogues = { errorWords, valueErrorWords };

describe.each(Object.entries(catalogues))('%s', (_, words) => {
  it('has the same keys and placeholders in both languages', () => {
    const shape = (language: (typeof languages)[number]) =>
      flat(words[language])
        .map(([key, text]) => `${key} ${placeholdersOf(text).sort().join()}`)
        .sort();
    expect(shape('vi')).toEqual(shape('en'));
  });

  it('puts every placeholder in a part that can be left out, and closes what it opens', () => {
    const broken = languages
      .flatMap((language) => flat(words[language]))
      .filter(
        ([, text]) =>
          placeholdersOf(text.replace(/\[[^[\]]*\]/g, '')).length > 0 || /[[\]{}]/.test(fill(text)),
      );
    expect(broken).toEqual([]);
  });

  it('has words, and different ones, in both languages', () => {
    const english = new Map(flat(words.en));
    const missing = flat(words.vi).filter(
      ([key, text]) =>
        text.trim() === '' || text === english.get(key) || text !== text.normalize('NFC'),
    );
    expect(missing).toEqual([]);
  });
});

it('has words for every code', () => {
  for (const language of languages) {
    expect(Object.keys(errorWords[language]).sort()).toEqual(Object.keys(errorStatus).sort());
    expect(Object.keys(valueErrorWords[language]).sort()).toEqual([...valueErrorCodes].sort());
  }
});

it('fills placeholders and leaves out parts whose values are missing', () => {
  expect(fill('Too long[, at most {max} characters].', { max: 5 })).toBe(
    'Too long, at most 5 characters.',
  );
  expect(fill('Too long[, at most {max} characters].')).toBe('Too long.');
  expect(fill('{a} and {b}', { a: 0, b: 'x' })).toBe('0 and x');
});

it('tells of notices with the same places in both languages', () => {
  const places = (words: Record<string, string>) =>
    Object.entries(words).map(([key, text]) => `${key} ${placeholdersOf(text).toSorted().join()}`);
  expect(places(noticeWords.vi)).toEqual(places(noticeWords.en));
});
