import { valueKind } from '#shared/fields/index.ts';
import type { JsonSchema } from '#shared/fields/kind.ts';
import type { Language } from '#shared/messages/language.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { ObjectAccess } from '#engine/access/access.ts';
import { isWritable } from '../model/present-model.ts';

export const schemaName = ({ key }: ModelObject): string =>
  `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

export const refTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

const version: JsonSchema = { type: 'integer', minimum: 1 };
const id: JsonSchema = { type: 'string', format: 'uuid' };

/** What a record of the object looks like, and what may be sent to make or change one. */
export function objectSchemas(
  object: ModelObject,
  access: ObjectAccess,
  language: Language,
): Record<string, JsonSchema> {
  const fields = [...object.fields.values()].filter(({ key }) => !access.hidden.has(key));
  const writable = fields.filter((field) => isWritable(field, access));
  const name = schemaName(object);
  const input = Object.fromEntries(
    writable.map((field) => [field.key, described(inputOf(field), field, language)]),
  );
  return {
    [name]: {
      type: 'object',
      title: object.label[language],
      properties: Object.fromEntries(
        fields.map((field) => [field.key, described(answerOf(field), field, language)]),
      ),
      // A list may be asked for some fields only, and a record may be older than a field.
      required: ['id', 'version'],
      additionalProperties: false,
    },
    [`${name}Create`]: { type: 'object', properties: input, additionalProperties: false },
    [`${name}Update`]: {
      type: 'object',
      properties: { version, ...input },
      additionalProperties: false,
    },
    [`${name}BatchUpdate`]: {
      type: 'object',
      properties: { id, version, ...input },
      required: ['id'],
      additionalProperties: false,
    },
  };
}

function answerOf(field: ModelField): JsonSchema {
  if (field.key === 'id') return id;
  if (field.key === 'version') return version;
  return nullable(valueKind(field).jsonSchema(field));
}

function inputOf(field: ModelField): JsonSchema {
  const kind = valueKind(field);
  const schema = kind.inputSchema?.(field) ?? kind.jsonSchema(field);
  return field.required ? schema : nullable(schema);
}

const described = (schema: JsonSchema, { label, help }: ModelField, language: Language) => ({
  title: label[language],
  ...(help && { description: help[language] }),
  ...schema,
});
