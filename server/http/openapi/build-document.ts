import type { JsonSchema } from '#shared/fields/kind.ts';
import type { Language } from '#shared/messages/language.ts';
import type { Model, ModelObject } from '#shared/model.ts';
import type { Access } from '#engine/access/access.ts';
import { isVisible } from '../model/present-model.ts';
import type { CollectedRoute } from './collect-routes.ts';
import { objectSchemas } from './object-schemas.ts';
import { recordOperations, type RecordOperation } from './record-operations.ts';
import { sharedSchemas } from './shared-schemas.ts';
import { zodSchema } from './zod-schema.ts';

export interface DocumentOptions {
  model: Model;
  access: Access;
  language: Language;
  routes: readonly CollectedRoute[];
  sessionCookie: string;
}

/** OpenAPI 3.1 of what this actor can do, in their language. */
export function buildDocument(options: DocumentOptions): JsonSchema {
  const { model, access, language, routes } = options;
  const objects = [...model.objects.values()].filter(({ key }) => isVisible(access.of(key)));
  const paths: Record<string, Record<string, JsonSchema>> = {};
  const add = (route: CollectedRoute, object?: ModelObject) => {
    const url = object ? route.url.replace(':objects', object.path) : route.url;
    const path = url.replace(/:(\w+)/g, '{$1}').replace('*', '{path}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: operation(route, path, language, object),
    };
  };
  for (const route of routes) {
    if (route.url.includes(':objects')) for (const object of objects) add(route, object);
    else add(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Duyên',
      version: String(model.version),
      summary:
        language === 'vi'
          ? 'Mọi đối tượng và trường mà bạn được dùng.'
          : 'Every object and field that you may use.',
    },
    servers: [{ url: '/' }],
    tags: objects.map((object) => ({
      name: object.path,
      description: object.pluralLabel[language],
    })),
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: options.sessionCookie },
      },
      responses: {
        Problem: {
          description: language === 'vi' ? 'Không làm được; kèm lý do.' : 'Not done, and why.',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
      schemas: Object.assign(
        { ...sharedSchemas },
        ...objects.map((object) => objectSchemas(object, access.of(object.key), language)),
      ),
    },
  };
}

function operation(
  route: CollectedRoute,
  path: string,
  language: Language,
  object?: ModelObject,
): JsonSchema {
  const known: RecordOperation | undefined = recordOperations[`${route.method} ${route.url}`];
  const content = bodyOf(route, known, object);
  return {
    operationId: operationId(route.method, path),
    ...(known && { summary: known.summary[language] }),
    ...(object && { tags: [object.path] }),
    ...(route.isPublic && { security: [] }),
    parameters: [
      ...parameters(route.schema.params, 'path', path),
      ...parameters(route.schema.querystring, 'query', path),
    ],
    ...(content && { requestBody: { required: true, content } }),
    responses: {
      ...answers(route, known, object),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function bodyOf(
  { schema, upload }: CollectedRoute,
  known: RecordOperation | undefined,
  object?: ModelObject,
): JsonSchema | undefined {
  if (upload)
    return Object.fromEntries(upload.types.map((type) => [type, { schema: upload.schema }]));
  const json = (object && known?.body?.(object)) ?? zodSchema(schema.body, 'input');
  return json && { 'application/json': { schema: json } };
}

function answers(
  { schema }: CollectedRoute,
  known: RecordOperation | undefined,
  object?: ModelObject,
): JsonSchema {
  if (known && object) {
    const answer = known.answer?.(object);
    return { [known.status]: described(answer) };
  }
  const declared = Object.entries(schema.response ?? {}).map(
    ([status, answer]): [string, JsonSchema] => [status, described(zodSchema(answer, 'output'))],
  );
  return declared.length > 0 ? Object.fromEntries(declared) : { 200: described({}) };
}

const described = (schema: JsonSchema | undefined): JsonSchema => ({
  description: 'OK',
  ...(schema && { content: { 'application/json': { schema } } }),
});

function parameters(schema: unknown, place: 'path' | 'query', path: string): JsonSchema[] {
  const json = zodSchema(schema, 'input');
  const named = Object.entries(isRecord(json?.['properties']) ? json['properties'] : {});
  const required = Array.isArray(json?.['required']) ? json['required'] : [];
  return named
    .filter(([name]) => place === 'query' || path.includes(`{${name}}`))
    .map(([name, each]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: each,
    }));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** `GET /api/v1/accounts/{id}/history` gives `getAccountsIdHistory`. */
const operationId = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .replace(/^\/api(\/v1)?/, '')
    .replace(/[^a-zA-Z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
