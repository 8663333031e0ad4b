import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import type { Operator } from '../filter.ts';
import { parseEmail } from '../locale/email.ts';
import { accept, asOperand, refuse, type JsonSchema, type Parsed, type ValueKind } from './kind.ts';
import { hasForbiddenCharacter, parseWords } from './text.ts';

export interface EmailField extends FieldBase {
  kind: 'email';
}

/** One address, its domain in lower case. */
export const email: ValueKind<EmailField, string> = {
  options: z.strictObject({}),
  parse: parseAddress,
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith'],
  parseOperand: parseEmailOperand,
  toText: (value) => value,
  fromText: parseAddress,
  searchWords: (value) => [value],
  jsonSchema: () => emailSchema,
};

/** `idn-email`: international names are taken. */
export const emailSchema: JsonSchema = { type: 'string', format: 'idn-email', maxLength: 254 };

export function parseAddress(input: unknown): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  if (input.trim() === '') return accept(null);
  const address = hasForbiddenCharacter(input) ? undefined : parseEmail(input);
  return address === undefined ? refuse('badEmail') : accept(address);
}

/** Any part of an address for `contains` and `startsWith`. */
export function parseEmailOperand(input: unknown, op: Operator): Parsed<string> {
  return op === 'contains' || op === 'startsWith'
    ? parseWords(input)
    : asOperand(parseAddress(input));
}
