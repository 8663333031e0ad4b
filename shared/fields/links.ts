import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { accept, asOperand, refuse, type JsonSchema, type Parsed, type ValueKind } from './kind.ts';
import { parseList, readList, writeList } from './list.ts';
import { parseId } from './reference.ts';
import { readLink, writeLink, type RecordLink } from '../record-link.ts';

export interface LinksField extends FieldBase {
  kind: 'links';
}

const most = 50;
const objectKey = /^[a-z][A-Za-z0-9_]{0,59}$/;

/** Takes `{ object, id }`, with the `title` that the API answered, or the pair as one text. */
function parseLink(input: unknown): Parsed<string | null> {
  if (input === '') return accept(null);
  if (typeof input === 'string') return checkLink(readLink(input.trim()));
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse('wrongType');
  const { object, id, title: _title, ...more } = input as Record<string, unknown>;
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) return refuse('unknownField', undefined, unknown);
  if (typeof object !== 'string') return refuse('wrongType', undefined, 'object');
  if (typeof id !== 'string') return refuse('wrongType', undefined, 'id');
  return checkLink({ object, id });
}

function checkLink({ object, id }: RecordLink): Parsed<string> {
  const parsed = parseId(id);
  if (!parsed.ok || parsed.value === null || !objectKey.test(object)) return refuse('badFormat');
  return accept(writeLink({ object, id: parsed.value }));
}

const schema = (members: 'answered' | 'taken'): JsonSchema => ({
  type: 'object',
  properties: {
    object: { type: 'string' },
    id: { type: 'string', format: 'uuid' },
    title: { type: 'string' },
  },
  required: members === 'answered' ? ['object', 'id', 'title'] : ['object', 'id'],
  ...(members === 'taken' && { additionalProperties: false }),
});

/** Records of any objects, each once, in the order given. */
export const links: ValueKind<LinksField, string[]> = {
  options: z.strictObject({}),
  parse: (input) => parseList(input, most, parseLink),
  operators: ['hasAny', 'hasAll'],
  parseOperand: (input) => asOperand(parseLink(input)),
  toText: (value) => writeList(value),
  fromText: (text) => parseList(readList(text, /[;,\s]/), most, parseLink),
  jsonSchema: () => ({ type: 'array', items: schema('answered'), maxItems: most }),
  inputSchema: () => ({
    type: 'array',
    items: { anyOf: [schema('taken'), { type: 'string' }] },
    maxItems: most,
  }),
};
