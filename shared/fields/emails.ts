import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { emailSchema, parseAddress, parseEmailOperand } from './email.ts';
import type { ValueKind } from './kind.ts';
import { parseList, readList, writeList } from './list.ts';

export interface EmailsField extends FieldBase {
  kind: 'emails';
}

const most = 20;

/** Mailboxes that differ in case only are one in practice; the first spelling stays. */
const parse = (input: unknown) =>
  parseList(input, most, parseAddress, (address) => address.toLowerCase());

export const emails: ValueKind<EmailsField, string[]> = {
  options: z.strictObject({}),
  parse,
  operators: ['hasAny', 'hasAll', 'contains'],
  parseOperand: parseEmailOperand,
  toText: (value) => writeList(value),
  fromText: (text) => parse(readList(text, /[;,\s]/)),
  join: (before, further) => [...before, ...further],
  searchWords: (value) => value,
  jsonSchema: () => ({ type: 'array', items: emailSchema, maxItems: most }),
};
