import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { checkRange, parseInteger, readInteger } from './exact.ts';
import { asOperand, type ValueKind } from './kind.ts';

export interface NumberField extends FieldBase {
  kind: 'number';
  min?: number;
  max?: number;
  /** A name more than an amount, such as a year: written without separators. */
  plain?: boolean;
  /** A score or a pace: several of them have an average, and no sum. */
  unsummed?: boolean;
}

const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number;

const parse = (
  input: unknown,
  { min = MIN_SAFE_INTEGER, max = MAX_SAFE_INTEGER }: Pick<NumberField, 'min' | 'max'>,
) => parseInteger(input, min, max);

/** A whole number that JavaScript and bigint both hold exactly. */
export const number: ValueKind<NumberField, number> = {
  options: z.strictObject({
    min: z.int().optional(),
    max: z.int().optional(),
    plain: z.boolean().optional(),
    unsummed: z.boolean().optional(),
  }),
  checkOptions: checkRange,
  parse,
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => asOperand(parse(input, {})),
  toText: (value) => String(value),
  fromText: (text, field, style) => readInteger(text, style, (value) => parse(value, field)),
  jsonSchema: ({ min = MIN_SAFE_INTEGER, max = MAX_SAFE_INTEGER }) => ({
    type: 'integer',
    minimum: min,
    maximum: max,
  }),
};
