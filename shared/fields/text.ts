import type { FieldBase } from '../define.ts';
import { nfc } from '../locale/text.ts';
import { accept, refuse, type ValueKind } from './kind.ts';

export interface TextField extends FieldBase {
  kind: 'text';
  /** Longest text in characters; 255 when not said. */
  max?: number;
  /** Regular expression the whole text must match; declared in code only, never by a request. */
  pattern?: RegExp;
}

const longest = (field: TextField) => field.max ?? 255;

/** One line of text: NFC, spaces collapsed, no control characters. */
export const text: ValueKind<TextField, string> = {
  checkOptions: (field) =>
    field.max !== undefined && !(Number.isInteger(field.max) && field.max >= 1 && field.max <= 2000)
      ? [{ code: 'badFormat', part: 'max' }]
      : [],
  parse(input, field) {
    if (typeof input !== 'string') return refuse('wrongType');
    if (hasForbiddenCharacter(input)) return refuse('badCharacter');
    const value = nfc(input);
    if (value === '') return accept(null);
    if ([...value].length > longest(field)) return refuse('tooLong', { max: longest(field) });
    if (field.pattern && !field.pattern.test(value)) return refuse('badFormat');
    return accept(value);
  },
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand(input) {
    if (typeof input !== 'string') return refuse('wrongType');
    return hasForbiddenCharacter(input) ? refuse('badCharacter') : accept(nfc(input));
  },
  toText: (value) => value,
  fromText(cell, field) {
    return this.parse(cell, field);
  },
  searchWords: (value) => [value],
};

/** NUL and lone surrogates, which PostgreSQL cannot keep, and other controls except tab and line ends. */
export const hasForbiddenCharacter = (input: string): boolean =>
  !input.isWellFormed() || controls.test(input);

// oxlint-disable-next-line no-control-regex -- these are the characters to refuse
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
