import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { splitPhones } from '../locale/phone.ts';
import { type ValueKind } from './kind.ts';
import { parseList, readList } from './list.ts';
import { parseNumber, parsePhoneOperand, phoneSchema, phoneText, phoneWords } from './phone.ts';

export interface PhonesField extends FieldBase {
  kind: 'phones';
}

const most = 20;

export const phones: ValueKind<PhonesField, string[]> = {
  options: z.strictObject({}),
  parse: (input) => parseList(input, most, parseNumber),
  operators: ['hasAny', 'hasAll', 'contains'],
  parseOperand: parsePhoneOperand,
  toText: (value) => value.map(phoneText).join('; '),
  fromText: (text) =>
    parseList(
      readList(text, /[\n,]/).flatMap((cell) => phonesOf(cell)),
      most,
      parseNumber,
    ),
  join: (before, further) => [...before, ...further],
  searchWords: (value) => value.flatMap(phoneWords),
  jsonSchema: () => ({ type: 'array', items: phoneSchema, maxItems: most }),
};

/** `0901…/0912…` holds two; `+84…;ext=1; +84…` also, with a semicolon that separates nothing. */
const phonesOf = (cell: string): string[] =>
  cell.split(/;\s*(?!\s*ext)/).flatMap((piece) => splitPhones(piece));
