import { errorStatus, valueErrorCodes } from '#shared/errors.ts';
import type { JsonSchema } from '#shared/fields/kind.ts';
import { operators } from '#shared/filter.ts';
import { refTo } from './object-schemas.ts';

/** Schemas that every document has. */
export const sharedSchemas: Record<string, JsonSchema> = {
  Problem: {
    type: 'object',
    description: 'RFC 9457. All wrong values are listed at once.',
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(errorStatus) },
      detail: { type: 'string' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            path: { type: 'string' },
            code: { type: 'string', enum: valueErrorCodes },
            message: { type: 'string' },
          },
          required: ['path', 'code', 'message'],
          additionalProperties: false,
        },
      },
    },
    required: ['type', 'title', 'status', 'code', 'detail', 'errors'],
  },
  Filter: {
    description:
      'Conditions joined by and, or, not. Values may be { "me": true }, { "myTeam": true } or { "relative": "last30Days" }.',
    oneOf: [
      group('and', { type: 'array', items: refTo('Filter') }),
      group('or', { type: 'array', items: refTo('Filter') }),
      group('not', refTo('Filter')),
      {
        type: 'object',
        properties: {
          field: { type: 'string' },
          op: { type: 'string', enum: operators },
          value: {},
        },
        required: ['field', 'op'],
        additionalProperties: false,
      },
    ],
  },
};

function group(name: string, schema: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { [name]: schema },
    required: [name],
    additionalProperties: false,
  };
}
