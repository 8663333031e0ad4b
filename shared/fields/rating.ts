import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { parseInteger, readInteger } from './exact.ts';
import { asOperand, type ValueKind } from './kind.ts';

export interface RatingField extends FieldBase {
  kind: 'rating';
  /** Most stars; 5 when not said. */
  max?: number;
}

const parse = (input: unknown, { max = 5 }: RatingField) => parseInteger(input, 1, max);

/** Stars, from 1. */
export const rating: ValueKind<RatingField, number> = {
  options: z.strictObject({ max: z.int().min(2).max(10).optional() }),
  parse,
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => asOperand(parseInteger(input, 0, 100)),
  toText: (value) => String(value),
  fromText: (text, field, style) => readInteger(text, style, (value) => parse(value, field)),
  jsonSchema: ({ max = 5 }) => ({ type: 'integer', minimum: 1, maximum: max }),
};
