import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import type { Operator } from '../filter.ts';
import { formatPhone, parsePhone, phoneSearchForms } from '../locale/phone.ts';
import { accept, asOperand, refuse, type JsonSchema, type Parsed, type ValueKind } from './kind.ts';

export interface PhoneField extends FieldBase {
  kind: 'phone';
}

/** E.164; an extension follows as in RFC 3966: `+842438251234;ext=12`. */
export const phone: ValueKind<PhoneField, string> = {
  options: z.strictObject({}),
  parse: parseNumber,
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith'],
  parseOperand: parsePhoneOperand,
  toText: phoneText,
  fromText: parseNumber,
  searchWords: phoneWords,
  jsonSchema: () => phoneSchema,
};

export const phoneSchema: JsonSchema = {
  type: 'string',
  pattern: '^\\+[1-9]\\d{3,14}(;ext=\\d{1,6})?$',
};

export function parseNumber(input: unknown): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  if (input.trim() === '') return accept(null);
  const parsed = parsePhone(input);
  if (!parsed.ok) return refuse('badPhone');
  return accept(
    parsed.extension === undefined ? parsed.e164 : `${parsed.e164};ext=${parsed.extension}`,
  );
}

/** A whole number for `eq` and its like; any run of digits for `contains` and `startsWith`. */
export function parsePhoneOperand(input: unknown, op: Operator): Parsed<string> {
  if (op === 'contains' || op === 'startsWith') {
    if (typeof input !== 'string') return refuse('wrongType');
    const digits = input.replace(/\D/g, '');
    return digits === '' ? refuse('badPhone') : accept(digits);
  }
  return asOperand(parseNumber(input));
}

/** As people write it, unless it would not be read back. */
export function phoneText(value: string): string {
  const [number = '', extension] = value.split(';ext=');
  const text =
    extension === undefined ? formatPhone(number) : `${formatPhone(number)} ext ${extension}`;
  const read = parseNumber(text);
  return read.ok && read.value === value ? text : value;
}

export function phoneWords(value: string): string[] {
  return phoneSearchForms(value.split(';', 1)[0] ?? '');
}
