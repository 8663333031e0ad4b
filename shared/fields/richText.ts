import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { nfcLines } from '../locale/text.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';
import { plainText } from './plain-text.ts';
import { hasForbiddenCharacter, isLonger, parseWords } from './text.ts';

export interface RichTextField extends FieldBase {
  kind: 'richText';
}

const longest = 200_000;

/**
 * HTML. It is made harmless where it is stored, see server/engine/fields/richText.ts: only what was
 * loaded from there may be shown. Files hold its plain text, so a round trip keeps the words, not the looks.
 */
export const richText: ValueKind<RichTextField, string> = {
  options: z.strictObject({}),
  parse,
  operators: ['contains'],
  parseOperand: parseWords,
  toText: (value) => plainText(value),
  fromText(text, field) {
    const lines = nfcLines(text);
    return parse(lines === '' ? '' : paragraphs(lines), field);
  },
  searchWords: (value) => [plainText(value)],
  jsonSchema: () => ({ type: 'string', contentMediaType: 'text/html', maxLength: longest }),
};

function parse(input: unknown, _field: RichTextField): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  if (hasForbiddenCharacter(input)) return refuse('badCharacter');
  const value = input.normalize('NFC').trim();
  if (value === '') return accept(null);
  return isLonger(value, longest) ? refuse('tooLong', { max: longest }) : accept(value);
}

const paragraphs = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
