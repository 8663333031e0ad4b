import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { parseYesNo } from '../locale/number.ts';
import { accept, asOperand, refuse, type Parsed, type ValueKind } from './kind.ts';

export interface BooleanField extends FieldBase {
  kind: 'boolean';
}

const words = {
  vi: { yes: 'Có', no: 'Không' },
  en: { yes: 'Yes', no: 'No' },
} as const;

export const boolean: ValueKind<BooleanField, boolean> = {
  options: z.strictObject({}),
  parse,
  operators: ['eq', 'ne'],
  parseOperand: (input) => asOperand(parse(input)),
  toText: (value, _field, { language }) => words[language][value ? 'yes' : 'no'],
  fromText(text) {
    if (text.trim() === '') return accept(null);
    const value = parseYesNo(text);
    return value === undefined ? refuse('badFormat') : accept(value);
  },
  jsonSchema: () => ({ type: 'boolean' }),
};

function parse(input: unknown): Parsed<boolean | null> {
  if (input === '') return accept(null);
  return typeof input === 'boolean' ? accept(input) : refuse('wrongType');
}
