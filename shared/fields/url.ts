import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { parseUrl } from '../locale/url.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';
import { parseWords } from './text.ts';

export interface UrlField extends FieldBase {
  kind: 'url';
}

const longest = 2000;

/** A web address, http or https. */
export const url: ValueKind<UrlField, string> = {
  options: z.strictObject({}),
  parse,
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith'],
  parseOperand(input, op) {
    const words = parseWords(input);
    if (!words.ok || op === 'contains' || op === 'startsWith') return words;
    const address = parseUrl(words.value);
    return address === undefined ? refuse('badUrl') : accept(address);
  },
  toText: (value) => value,
  fromText: parse,
  searchWords: (value) => [value],
  jsonSchema: () => ({ type: 'string', format: 'uri', maxLength: longest }),
};

function parse(input: unknown): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  const text = input.trim();
  if (text === '') return accept(null);
  const address = text.isWellFormed() ? parseUrl(text) : undefined;
  if (address === undefined) return refuse('badUrl');
  return address.length > longest ? refuse('tooLong', { max: longest }) : accept(address);
}
