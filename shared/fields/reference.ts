import type { Field } from '../define.ts';
import { accept, asOperand, refuse, type JsonSchema, type Parsed, type ValueKind } from './kind.ts';
import { parseList, readList, writeList } from './list.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** Members of the object that stands for another record in answers; only `id` is read. */
const presented = new Set(['id', 'title']);

/** An id, or the `{ id, title }` that the API answered. */
export function parseId(input: unknown): Parsed<string | null> {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
    const unknown = Object.keys(input).find((key) => !presented.has(key));
    if (unknown !== undefined) return refuse('unknownField', undefined, unknown);
    return 'id' in input && typeof input.id === 'string'
      ? parseId(input.id)
      : refuse('wrongType', undefined, 'id');
  }
  if (typeof input !== 'string') return refuse('wrongType');
  if (input === '') return accept(null);
  return uuid.test(input) ? accept(input.toLowerCase()) : refuse('badFormat');
}

const idSchema: JsonSchema = { type: 'string', format: 'uuid' };
const answered: JsonSchema = {
  type: 'object',
  properties: { id: idSchema, title: { type: 'string' } },
  required: ['id', 'title'],
};
const taken: JsonSchema = {
  anyOf: [
    idSchema,
    {
      type: 'object',
      properties: { id: idSchema, title: { type: 'string' } },
      required: ['id'],
      additionalProperties: false,
    },
  ],
};

/** Another record, kept as its id. Texts are ids too: whoever knows the records turns titles into them first. */
export const oneReference = <F extends Field>(
  options: ValueKind<F, string>['options'],
  words: ValueKind<F, string>['words'] = {},
): ValueKind<F, string> => ({
  options,
  words,
  parse: parseId,
  operators: ['eq', 'ne', 'in', 'notIn'],
  parseOperand: (input) => asOperand(parseId(input)),
  toText: (value) => value,
  fromText: (text) => parseId(text.trim()),
  jsonSchema: () => answered,
  inputSchema: () => taken,
});

/** Several records, each once, in the order given. Texts are ids, as above. */
export const manyReferences = <F extends Field>(
  options: ValueKind<F, string[]>['options'],
  max: number,
): ValueKind<F, string[]> => ({
  options,
  parse: (input) => parseList(input, max, parseId),
  operators: ['hasAny', 'hasAll'],
  parseOperand: (input) => asOperand(parseId(input)),
  toText: (value) => writeList(value),
  fromText: (text) => parseList(readList(text, /[;,\s]/), max, parseId),
  jsonSchema: () => ({ type: 'array', items: answered, maxItems: max }),
  inputSchema: () => ({ type: 'array', items: taken, maxItems: max }),
});
