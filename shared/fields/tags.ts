import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { fold } from '../locale/text.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';
import { parseList, readList, writeList } from './list.ts';
import { isLonger, parseWords } from './text.ts';

export interface TagsField extends FieldBase {
  kind: 'tags';
}

const most = 50;
const longest = 60;
const separator = /[;,\n]/;

/** Free words; two spellings of one word are one tag, the first stays. */
export const tags: ValueKind<TagsField, string[]> = {
  options: z.strictObject({}),
  parse: parseTags,
  operators: ['hasAny', 'hasAll'],
  parseOperand: parseWords,
  toText: (value) => writeList(value, separator),
  fromText: (text) => parseTags(readList(text, separator)),
  join: (before, further) => [...before, ...further],
  searchWords: (value) => value,
  jsonSchema: () => ({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: longest },
    maxItems: most,
  }),
};

function parseTags(input: unknown): Parsed<string[] | null> {
  return parseList(input, most, parseTag, fold);
}

function parseTag(input: unknown): Parsed<string | null> {
  const words = parseWords(input);
  if (!words.ok) return words;
  if (words.value === '') return accept(null);
  return isLonger(words.value, longest) ? refuse('tooLong', { max: longest }) : words;
}
