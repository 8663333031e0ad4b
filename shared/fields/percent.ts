import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import {
  checkRange,
  decimalSchema,
  exactSchema,
  formatPlain,
  parseExact,
  readExact,
} from './exact.ts';
import { asOperand, type ValueKind } from './kind.ts';

export interface PercentField extends FieldBase {
  kind: 'percent';
  /** Decimal texts; `100` is the whole. Growth and mark-ups go beyond. */
  min?: string;
  max?: string;
}

const scale = 4;
const digits = 8;

const parse = (input: unknown, { min, max }: PercentField) =>
  parseExact(input, { scale, digits, min, max });

/** A share of a hundred as exact text: `12.5` is 12.5 %. */
export const percent: ValueKind<PercentField, string> = {
  options: z.strictObject({ min: decimalSchema.optional(), max: decimalSchema.optional() }),
  checkOptions: checkRange,
  parse,
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => asOperand(parseExact(input, { scale, digits })),
  toText: (value, _field, style) => `${formatPlain(value, style.numbers)}%`,
  fromText(text, field, style) {
    const read = readExact(text.trim().replace(/(?<=\S)\s?%$/, ''), style);
    return read.ok && read.value !== null ? parse(read.value, field) : read;
  },
  jsonSchema: () => exactSchema(scale),
};
