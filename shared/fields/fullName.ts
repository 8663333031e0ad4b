import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { joinName, splitName } from '../locale/person-name.ts';
import { fold } from '../locale/text.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';
import { readParts, writeParts } from './list.ts';
import { isLonger, parseWords } from './text.ts';

export interface FullNameField extends FieldBase {
  kind: 'fullName';
}

/** Parts that a name does not have are ''. */
export interface FullName {
  full: string;
  family: string;
  middle: string;
  given: string;
}

const longest = 255;
const parts = ['full', 'family', 'middle', 'given'] as const;

/** A person's name, taken as one text in Vietnamese order or in parts. People are called and sorted by the given name. */
export const fullName: ValueKind<FullNameField, FullName> = {
  options: z.strictObject({}),
  parse,
  operators: ['eq', 'ne', 'contains', 'startsWith'],
  parseOperand: parseWords,
  parts: { full: 'text', family: 'text', middle: 'text', given: 'text' },
  toText(value) {
    const read = fromText(value.full);
    return read.ok && read.value !== null && same(read.value, value)
      ? value.full
      : writeParts(parts.map((part) => value[part]));
  },
  fromText,
  searchWords: (value) => [value.full],
  same,
  jsonSchema: () => nameSchema,
  inputSchema: () => ({
    anyOf: [
      { type: 'string', maxLength: longest },
      { ...nameSchema, required: [] },
    ],
  }),
};

const nameSchema = {
  type: 'object',
  properties: Object.fromEntries(
    parts.map((part) => [part, { type: 'string', maxLength: longest }]),
  ),
  required: [...parts],
  additionalProperties: false,
};

/** One text, or the four parts of a name that is not split in the usual way. */
function fromText(text: string): Parsed<FullName | null> {
  const [full, family, middle, given, ...more] = readParts(text);
  return given === undefined || more.length > 0
    ? parse(text)
    : parse({ full, family, middle, given });
}

function parse(input: unknown): Parsed<FullName | null> {
  if (typeof input === 'string') return parse({ full: input });
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse('wrongType');
  }
  const value: FullName = { full: '', family: '', middle: '', given: '' };
  for (const [key, entry] of Object.entries(input)) {
    const part = parts.find((each) => each === key);
    if (part === undefined) return refuse('unknownField', undefined, key);
    const words = entry === null ? accept('') : parseWords(entry);
    if (!words.ok) return refuse(words.refusals[0]?.code ?? 'wrongType', undefined, part);
    value[part] = words.value;
  }
  return complete(value);
}

function complete({ full, ...given }: FullName): Parsed<FullName | null> {
  const joined = joinName(given);
  if (full === '' && joined === '') return accept(null);
  const value =
    joined === ''
      ? { full, ...splitName(full) }
      : // Parts decide; the full text stays when it only orders their words otherwise (John Smith).
        { full: wordsOf(full) === wordsOf(joined) ? full : joined, ...given };
  return isLonger(value.full, longest) ? refuse('tooLong', { max: longest }) : accept(value);
}

const wordsOf = (text: string): string => fold(text).split(' ').toSorted().join(' ');

function same(a: FullName, b: FullName): boolean {
  return parts.every((part) => a[part] === b[part]);
}
