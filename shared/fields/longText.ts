import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { nfcLines } from '../locale/text.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';
import { hasForbiddenCharacter, isLonger, parseWords } from './text.ts';

export interface LongTextField extends FieldBase {
  kind: 'longText';
  /** Longest text in characters; 20,000 when not said. */
  max?: number;
}

const usual = 20_000;

/** Text of several lines, which keep their breaks. */
export const longText: ValueKind<LongTextField, string> = {
  options: z.strictObject({ max: z.int().min(1).max(100_000).optional() }),
  parse,
  operators: ['contains'],
  parseOperand: parseWords,
  toText: (value) => value,
  fromText: parse,
  join: (before, further) => `${before}\n${further}`,
  searchWords: (value) => [value],
  jsonSchema: ({ max = usual }) => ({ type: 'string', minLength: 1, maxLength: max }),
};

function parse(input: unknown, { max = usual }: LongTextField): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  if (hasForbiddenCharacter(input)) return refuse('badCharacter');
  const value = nfcLines(input);
  if (value === '') return accept(null);
  return isLonger(value, max) ? refuse('tooLong', { max }) : accept(value);
}
