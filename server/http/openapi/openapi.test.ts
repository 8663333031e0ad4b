import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { reservedPaths } from '#engine/settings/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { registerModuleRoutes } from '../module.routes.ts';
import { serve, type TestClient } from '../testing/serve.ts';

interface Schema {
  type?: string;
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  oneOf?: Schema[];
  anyOf?: Schema[];
  [key: string]: unknown;
}
interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

let w: TestWorkspace;
let document: Document;
let reader: TestClient;

beforeAll(async () => {
  w = await testWorkspace();
  const server = await serve(w, { routes: [registerModuleRoutes] });
  const boss = server.as(await w.addMember(await w.addRole('administrator')));
  document = (await boss('GET', '/api/v1/openapi.json')).json;
  reader = server.as(
    await w.addMember(await w.addRole({ box: rightsOf('own', { fields: { notes: 'hidden' } }) })),
  );
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

it('is a valid OpenAPI 3.1 document', async () => {
  const result = await new Validator().validate({ ...structuredClone(document) });
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(document.openapi).toBe('3.1.0');
});

it('has every object with every way to use it', () => {
  for (const [path, methods] of [
    ['/api/v1/boxes', ['get', 'post']],
    ['/api/v1/boxes/{id}', ['get', 'patch', 'delete']],
    ['/api/v1/boxes/{id}/restore', ['post']],
    ['/api/v1/boxes/batch', ['post']],
    ['/api/v1/colour-cards', ['get', 'post']],
    ['/api/v1/search', ['get']],
  ] as const)
    expect(Object.keys(document.paths[path] ?? {})).toEqual(expect.arrayContaining([...methods]));
  expect(document.components.schemas['Box']?.properties).toHaveProperty('price');
  expect(JSON.stringify(document.paths)).not.toContain(':objects');
});

it('names each operation once and points to nothing that is missing', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  expect(pointers.length).toBeGreaterThan(10);
  for (const [, section = '', name = ''] of pointers)
    expect(document.components).toHaveProperty([section, name]);
});

it('keeps every address that is no object from being taken by one', () => {
  const standard = declarations.objects.map(({ path }) => path);
  const objects = new Set(['boxes', 'toys', 'colour-cards', ...standard]);
  const taken = Object.keys(document.paths)
    .map((path) => path.replace('/api/v1/', '').split('/')[0] ?? '')
    .filter((first) => /^[a-z-]+$/.test(first) && !objects.has(first));
  expect(taken).toContain('search');
  expect(taken.filter((first) => !reservedPaths.has(first))).toEqual([]);
});

it('closes every body that is written', () => {
  const isClosed = (schema: Schema | undefined): boolean => {
    const name = schema?.$ref?.split('/').at(-1);
    if (name !== undefined) return isClosed(document.components.schemas[name]);
    // Bytes have nothing to leave open.
    if (schema?.type === 'string' && schema['format'] === 'binary') return true;
    const choices = schema?.oneOf ?? schema?.anyOf;
    return choices ? choices.every(isClosed) : schema?.additionalProperties === false;
  };
  const open = operations()
    .filter(({ operation }) => operation.requestBody)
    .filter(
      ({ operation }) =>
        !Object.values(operation.requestBody?.content ?? {}).every(({ schema }) =>
          isClosed(schema),
        ),
    )
    .map(({ method, path }) => `${method} ${path}`);
  expect(open).toEqual([]);
});

it('says which forms with files are taken', () => {
  const form = (path: string) =>
    document.paths[path]?.['post']?.requestBody?.content['multipart/form-data']?.schema;
  const binary = { type: 'string', format: 'binary' };
  expect(form('/api/v1/files')).toMatchObject({
    properties: { file: { type: 'array', items: binary } },
    required: ['file'],
  });
  expect(form('/api/v1/imports')).toMatchObject({
    properties: {
      object: { type: 'string' },
      options: { type: 'string', contentSchema: { properties: { match: { type: 'array' } } } },
      file: binary,
    },
    required: ['object', 'file'],
  });
  // Fields come before the file, in the order a program writes them.
  expect(Object.keys(form('/api/v1/imports')?.properties ?? {}).at(-1)).toBe('file');
});

describe('for a role with fewer rights', () => {
  it('leaves out what is hidden from it', async () => {
    const theirs: Document = (await reader('GET', '/api/v1/openapi.json')).json;
    expect(theirs.components.schemas['Box']?.properties).not.toHaveProperty('notes');
    expect(theirs.components.schemas['BoxCreate']?.properties).not.toHaveProperty('notes');
    expect(theirs.paths).not.toHaveProperty('/api/v1/toys');
    const { json: model } = await reader('GET', '/api/v1/model');
    expect(model.objects.map(({ key }: { key: string }) => key)).toEqual(['box']);
    expect(model.objects[0].rights).toMatchObject({ read: 'some', create: true });
    const fields = model.objects[0].fields.map(({ key }: { key: string }) => key);
    expect(fields).toContain('name');
    expect(fields).not.toContain('notes');
  });
});

it('is not for people who are not signed in', async () => {
  const { origin } = await serve(w);
  expect((await fetch(`${origin}/api/v1/openapi.json`)).status).toBe(401);
  expect((await fetch(`${origin}/api/v1/model`)).status).toBe(401);
});

describe('the page', () => {
  it('needs nothing from elsewhere and no script in the page', async () => {
    const { origin } = await serve(w);
    const home = await fetch(`${origin}/`, { redirect: 'manual' });
    expect(home.headers.get('location')).toBe('/api/docs');
    const page = await fetch(`${origin}/api/docs`);
    const html = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).not.toMatch(/<script>|<style|style=|onclick|https?:/);
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
    expect(assets.length).toBeGreaterThan(3);
    for (const url of assets) {
      const asset = await fetch(`${origin}${url}`);
      expect(asset.status).toBe(200);
      expect((await asset.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
    for (const url of ['/api/docs/package.json', '/api/docs/..%2fserver.ts', '/api/docs/page.html'])
      expect((await fetch(`${origin}${url}`)).status).toBe(404);
  });
});
