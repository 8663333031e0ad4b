import { expect, it } from 'vitest';
import { placeholdersOf } from './fill.ts';
import { importProblemText, rowProblemCodes, rowProblemWords } from './imports.ts';

it('says what is wrong with a row with the same placeholders in both languages', () => {
  for (const code of rowProblemCodes) {
    expect(placeholdersOf(rowProblemWords.en[code])).toEqual(
      placeholdersOf(rowProblemWords.vi[code]),
    );
  }
  expect(importProblemText('duplicate', { title: 'Duyên' }, 'vi')).toBe(
    'Có thể trùng với “Duyên” đã có.',
  );
  expect(importProblemText('badPhone', {}, 'en')).toBe('Not a valid phone number.');
});
