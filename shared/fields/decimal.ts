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
import { asOperand, fixed, type ValueKind } from './kind.ts';

export interface DecimalField extends FieldBase {
  kind: 'decimal';
  /** Decimals kept, 0 to 6; 2 when not said. */
  scale?: number;
  /** Decimal texts. */
  min?: string;
  max?: string;
}

const parse = (input: unknown, { scale = 2, min, max }: DecimalField) =>
  parseExact(input, { scale, min, max });

/** An exact number with decimals, as text. */
export const decimal: ValueKind<DecimalField, string> = {
  options: z.strictObject({
    scale: z.int().min(0).max(6).meta(fixed).optional(),
    min: decimalSchema.optional(),
    max: decimalSchema.optional(),
  }),
  checkOptions: checkRange,
  parse,
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => asOperand(parseExact(input, { scale: 6 })),
  toText: (value, _field, style) => formatPlain(value, style.numbers),
  fromText(text, field, style) {
    const read = readExact(text, style);
    return read.ok && read.value !== null ? parse(read.value, field) : read;
  },
  jsonSchema: ({ scale = 2 }) => exactSchema(scale),
};
