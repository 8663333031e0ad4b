import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';

export interface JsonField extends FieldBase {
  kind: 'json';
}

const longestBytes = 64 * 1024;
const deepest = 20;
/** Keys with which a careless copy changes every object of the process. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Any JSON, for the program's own records. An empty list or object says something here and stays. */
export const json: ValueKind<JsonField, unknown> = {
  options: z.strictObject({}),
  parse,
  operators: [],
  parseOperand: () => refuse('badOperator'),
  toText: (value) => JSON.stringify(value),
  fromText(text) {
    if (text.trim() === '') return accept(null);
    try {
      return parse(JSON.parse(text));
    } catch {
      return refuse('badFormat');
    }
  },
  // PostgreSQL keeps the keys of jsonb in an order of its own.
  same: (a, b) => inOrder(a) === inOrder(b),
  jsonSchema: () => ({}),
};

function parse(input: unknown): Parsed<unknown> {
  const refusal = check(input, 1);
  if (refusal) return refusal;
  const text = JSON.stringify(input);
  if (text.length > longestBytes || new TextEncoder().encode(text).length > longestBytes) {
    return refuse('tooLong', { max: longestBytes });
  }
  return accept(JSON.parse(text));
}

function check(value: unknown, depth: number): Parsed<never> | undefined {
  if (depth > deepest) return refuse('tooLarge', { max: deepest });
  switch (typeof value) {
    case 'string':
      return isStorable(value) ? undefined : refuse('badCharacter');
    case 'number':
      return Number.isFinite(value) ? undefined : refuse('wrongType');
    case 'boolean':
      return undefined;
    case 'object':
      return value === null ? undefined : checkMembers(value, depth);
    default:
      return refuse('wrongType');
  }
}

function checkMembers(value: object, depth: number): Parsed<never> | undefined {
  for (const [key, member] of Object.entries(value)) {
    if (!Array.isArray(value)) {
      if (forbiddenKeys.has(key)) return refuse('unknownField', undefined, key);
      if (!isStorable(key)) return refuse('badCharacter');
    }
    const refusal = check(member, depth + 1);
    if (refusal) return refusal;
  }
  return undefined;
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
