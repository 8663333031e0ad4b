import { expect, it } from 'vitest';
import { fill, placeholdersOf } from './fill.ts';
import { tableFileWords } from './table-files.ts';

it('says why a file is refused in both languages, with the same values', () => {
  const shape = (words: Record<string, string>) =>
    Object.entries(words).map(([reason, text]) => `${reason} ${placeholdersOf(text).join()}`);
  expect(shape(tableFileWords.vi)).toEqual(shape(tableFileWords.en));
});

it('makes a whole sentence with and without its values', () => {
  expect(fill(tableFileWords.en.unclosedQuote, { row: 3 })).toBe(
    'A quotation mark is opened and never closed, in row 3.',
  );
  for (const text of [...Object.values(tableFileWords.vi), ...Object.values(tableFileWords.en)]) {
    expect(fill(text)).not.toMatch(/[[\]{}]|\s[,:]|\s\.(?!\w)/);
    expect(text).toBe(text.normalize('NFC'));
  }
});
