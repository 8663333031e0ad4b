import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError, invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { keyScopes, type Identity } from '#server/people/identity.ts';
import { buildServer } from './server.ts';

const { log } = Fastify({ logger: { level: 'silent' } });

const identity: Identity = {
  userId: 'u',
  workspaceId: 'w',
  memberId: '0198a5b2-0000-7000-8000-000000000001',
  scopes: keyScopes,
  sessionId: 's',
};

let app: FastifyInstance;
let origin: string;

beforeAll(async () => {
  app = buildServer({
    config: { publicUrl: 'https://crm.example.com', host: '127.0.0.1', trustProxy: [] },
    log,
    identify: async ({ headers }) => {
      if (headers.cookie === 'session=good') return identity;
      if (headers.authorization === 'Bearer reader')
        return { ...identity, scopes: ['read'], apiKeyId: 'k' };
      return null;
    },
    // Only these are read by the server itself; records have tests of their own.
    contextOf: async () => ({ actor: { language: 'en' }, model: { version: 7 } }) as Ctx,
  });
  const schema = {
    body: z.strictObject({ name: z.string().min(1).max(5), count: z.number().int().optional() }),
  };
  const config = { public: true };
  app.post('/api/v1/open', { schema, config }, async (request) => request.body);
  app.post('/api/v1/things', { schema }, async (request) => request.body);
  app.post('/api/v1/bare', { config }, async (request) => ({ got: request.body ?? null }));
  app.get('/api/v1/things', async () => ({ items: [] }));
  app.get(
    '/api/v1/things/:id',
    { config, schema: { params: z.strictObject({ id: z.uuid() }) } },
    () => {
      throw notFound();
    },
  );
  app.get('/api/v1/fail/:how', { config }, (request) => {
    const { how } = z.object({ how: z.string() }).parse(request.params);
    throw failures[how] ?? new Error('secret detail of /srv/app and SELECT 1');
  });
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(() => app.close());

const databaseError = (code: string) =>
  Object.assign(new pg.DatabaseError('relation "secret"', 1, 'error'), { code });

const failures: Record<string, Error> = {
  stale: new AppError('stale', { extra: { current: { version: 3 } } }),
  limit: new AppError('tooManyRequests', { retryAfter: 7 }),
  many: invalid([
    { path: 'name', code: 'tooLong', params: { max: 5 } },
    { path: 'phones.1', code: 'badPhone' },
  ]),
  unique: databaseError('23505'),
  number: databaseError('22003'),
  deadlock: databaseError('40P01'),
  full: databaseError('53100'),
  crowded: databaseError('53300'),
  cancelled: databaseError('57014'),
  restarting: databaseError('57P03'),
  lock: databaseError('55P03'),
  pool: new Error('timeout exceeded when trying to connect'),
  refused: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  file: Object.assign(new Error("ENOENT: no such file '/srv/app/x'"), {
    code: 'ENOENT',
    syscall: 'open',
  }),
};

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: { code?: string; errors?: { path: string; code: string; message: string }[] } & Record<
    string,
    unknown
  >;
}

async function send(
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, { method, ...options });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text === '' ? {} : JSON.parse(text),
  };
}

const json = { 'content-type': 'application/json' };
const cookie = { cookie: 'session=good' };
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  send('POST', path, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { ...json, ...headers },
  });

/** Bytes as they are, for what fetch would not send. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(origin);
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      answer += part;
      socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

describe('every answer', () => {
  it.each([
    ['an answer', 'GET', '/api/v1/things', 200],
    ['an unknown path', 'GET', '/nothing', 404],
    ['an unknown path of the API', 'GET', '/api/v1/nothing/at/all', 404],
    ['a failure', 'GET', '/api/v1/fail/unknown', 500],
    ['a path that cannot be decoded', 'GET', '/files/%', 400],
    ['a path that climbs', 'GET', '/files/..%2f..%2fetc%2fpasswd', 404],
    ['TRACE-like methods', 'PUT', '/api/v1/things', 404],
  ])('carries the security headers: %s', async (_, method, path, status) => {
    const answer = await send(method, path, { headers: cookie });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect(answer.headers.get('content-type')).toMatch(
      status === 200
        ? /^application\/json; charset=utf-8$/
        : /^application\/problem\+json; charset=utf-8$/,
    );
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
      expect(answer.headers.get(name)).toBeNull();
  });

  it('has a request id of its own', async () => {
    const ids = await Promise.all(
      Array.from({ length: 5 }, async () => (await send('GET', '/x')).headers.get('x-request-id')),
    );
    expect(new Set(ids).size).toBe(5);
    expect(ids).not.toContain(null);
  });
});

describe('sign-in', () => {
  it('is asked for before anything of the request is looked at', async () => {
    const answer = await post('/api/v1/things', { wrong: true });
    expect(answer.status).toBe(401);
    expect(answer.json.code).toBe('unauthenticated');
  });

  it('is not taken from the address', async () => {
    expect((await send('GET', '/api/v1/things?api_key=reader')).status).toBe(401);
  });

  it('refuses a key that is not good, and one that may only read when it writes', async () => {
    const authorization = (key: string) => ({ authorization: `Bearer ${key}` });
    expect((await post('/api/v1/things', { name: 'a' }, authorization('bad'))).status).toBe(401);
    expect((await post('/api/v1/things', { name: 'a' }, authorization('reader'))).status).toBe(403);
    expect((await send('GET', '/api/v1/things', { headers: authorization('reader') })).status).toBe(
      200,
    );
  });
});

describe('requests that another site caused', () => {
  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['a fetch from another site', { 'sec-fetch-site': 'cross-site' }],
    ['a fetch from a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('are refused: %s', async (_, headers) => {
    const answer = await post('/api/v1/things', { name: 'a' }, { ...cookie, ...headers });
    expect(answer.status).toBe(403);
    expect((await post('/api/v1/open', { name: 'a' }, headers)).status).toBe(403);
  });

  it('are not made by our own pages', async () => {
    for (const headers of [{ origin: 'https://crm.example.com' }, { origin }, {}])
      expect((await post('/api/v1/things', { name: 'a' }, { ...cookie, ...headers })).status).toBe(
        200,
      );
  });

  it('get no permission to read answers', async () => {
    const preflight = await send('OPTIONS', '/api/v1/things', {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    });
    expect(preflight.status).toBe(404);
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the name it is addressed by', () => {
  const addressed = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      http
        .get(`${origin}/api/v1/things`, { headers: { host, ...cookie } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
        .on('error', reject);
    });

  it.each(['crm.example.com', 'localhost:3000', '127.0.0.1:1', '[::1]:3000', '10.1.2.3'])(
    'may be %s',
    async (host) => expect(await addressed(host)).toBe(200),
  );

  it.each(['evil.example', 'crm.example.com.evil.example', 'crm.example.com@evil.example', 'a b'])(
    'may not be %s',
    async (host) => expect(await addressed(host)).toBe(400),
  );

  it('is not taken from what a proxy would say', async () => {
    const answer = await post(
      '/api/v1/things',
      { name: 'a' },
      { ...cookie, origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    );
    expect(answer.status).toBe(403);
  });
});

describe('bodies', () => {
  it.each([
    ['text', 'text/plain', 415],
    ['a form', 'application/x-www-form-urlencoded', 415],
    ['multipart where none is taken', 'multipart/form-data; boundary=x', 415],
    ['another JSON', 'application/vnd.api+json', 415],
    ['nonsense', 'json', 415],
    ['UTF-7', 'application/json; charset=utf-7', 415],
    ['a trick with a tab', 'application/json\t; x', 422],
    ['capitals', 'APPLICATION/JSON ;charset=utf-8', 422],
  ])('of %s are refused or checked', async (_, type, status) => {
    const answer = await post(
      '/api/v1/open',
      { name: 'a', unknownField: 1 },
      { 'content-type': type },
    );
    expect(answer.status).toBe(status);
  });

  it.each([
    ['a trailing comma', '{"name":"a",}'],
    ['single quotes', "{'name':'a'}"],
    ['nothing', ''],
    ['__proto__', '{"__proto__":{"isAdmin":true},"name":"a"}'],
    ['__proto__ inside', '{"name":{"__proto__":{"isAdmin":true}}}'],
    ['__proto__ with escapes', '{"name":{"\\u005f\\u005fproto\\u005f\\u005f":1}}'],
    ['constructor.prototype', '{"constructor":{"prototype":{"isAdmin":true}}}'],
    ['too many levels', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('that cannot be read get 400: %s', async (_, body) => {
    const answer = await post('/api/v1/open', body);
    expect(answer.json).toMatchObject({ status: 400, code: 'malformed', errors: [] });
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('must be whole UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    expect((await send('POST', '/api/v1/open', { body, headers: json })).status).toBe(400);
  });

  it('may be compressed by nobody', async () => {
    const answer = await post('/api/v1/open', { name: 'a' }, { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(415);
  });

  it('may be left out where none is asked for', async () => {
    expect((await post('/api/v1/bare', '')).json).toEqual({ got: null });
  });

  it('have a size', async () => {
    const answer = await post('/api/v1/open', { name: 'a'.repeat(1_100_000) });
    expect(answer.json).toMatchObject({ status: 413, code: 'tooLarge' });
  });

  it('get all their errors at once, with unknown members among them', async () => {
    const answer = await post('/api/v1/open', { name: 'abcdef', count: 'x', role: 'admin', id: 1 });
    expect(answer.status).toBe(422);
    expect(answer.json.errors?.map(({ path, code }) => [path, code]).sort()).toEqual([
      ['count', 'wrongType'],
      ['id', 'unknownField'],
      ['name', 'tooLong'],
      ['role', 'unknownField'],
    ]);
    expect((await post('/api/v1/open', {})).json.errors).toMatchObject([
      { path: 'name', code: 'required' },
    ]);
    expect((await post('/api/v1/open', { name: ['a'] })).json.errors).toMatchObject([
      { path: 'name', code: 'wrongType' },
    ]);
    expect((await post('/api/v1/open', [])).status).toBe(422);
  });
});

describe('failures', () => {
  it.each([
    ['stale', 409, 'stale', null],
    ['limit', 429, 'tooManyRequests', '7'],
    ['many', 422, 'invalid', null],
    ['unique', 409, 'conflict', null],
    ['number', 422, 'invalid', null],
    ['deadlock', 409, 'conflict', '2'],
    ['full', 507, 'storageFull', null],
    ['crowded', 503, 'unavailable', '2'],
    ['cancelled', 503, 'unavailable', '2'],
    ['restarting', 503, 'unavailable', '2'],
    ['lock', 409, 'conflict', '2'],
    ['pool', 503, 'unavailable', '2'],
    ['refused', 503, 'unavailable', '2'],
    ['file', 500, 'internal', null],
    ['unknown', 500, 'internal', null],
  ])('%s is %i %s', async (how, status, code, retryAfter) => {
    const answer = await send('GET', `/api/v1/fail/${how}`);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ status, code, type: `/api/problems/${code}` });
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(answer.text).not.toMatch(/select|secret|relation|\/srv|\.ts\b/i);
  });

  it('carry what the page needs to go on', async () => {
    expect((await send('GET', '/api/v1/fail/stale')).json['current']).toEqual({ version: 3 });
  });

  it("speak the actor's language, then the browser's, then Vietnamese", async () => {
    const message = async (headers: Record<string, string>) =>
      (await send('GET', '/api/v1/fail/many', { headers })).json.errors?.[0]?.message;
    const vi = 'Quá dài, tối đa 5 ký tự.';
    const en = 'Too long, at most 5 characters.';
    expect(await message({})).toBe(vi);
    expect(await message({ 'accept-language': 'fr, *;q=0.1' })).toBe(vi);
    expect(await message({ 'accept-language': 'fr, en-GB;q=0.8, vi;q=0.3' })).toBe(en);
    expect(await message({ ...cookie, 'accept-language': 'vi' })).toBe(en);
  });

  it('do not tell a record one may not see from one that is not there, or from no route', async () => {
    const paths = [
      '/api/v1/things/0198a5b2-0000-7000-8000-000000000002',
      '/api/v1/things/not-an-id',
      `/api/v1/things/${'a'.repeat(500)}`,
      '/api/v1/no/such/route',
    ];
    const answers = await Promise.all(paths.map((path) => send('GET', path)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});

describe('what is not a request', () => {
  it.each([
    [
      'two lengths',
      'POST /api/v1/open HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
      400,
    ],
    [
      'length and chunks',
      'POST /api/v1/open HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a tab in the host', 'GET / HTTP/1.1\r\nHost: localhost\tevil.example\r\n\r\n', 400],
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n', 404],
    ['CONNECT', 'CONNECT 127.0.0.1:5432 HTTP/1.1\r\nHost: localhost\r\n\r\n', 405],
    ['long headers', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
  ])('is answered: %s', async (_, bytes, status) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

it('makes an address that sends far too much wait', async () => {
  const strict = buildServer({
    config: { publicUrl: undefined, host: '127.0.0.1', trustProxy: [] },
    log,
    identify: async () => null,
    contextOf: () => Promise.reject(new Error('nobody is signed in')),
    rateLimit: { burst: 3, perSecond: 0.1 },
  });
  await strict.listen({ port: 0, host: '127.0.0.1' });
  const { port } = strict.server.address() as AddressInfo;
  const statuses: number[] = [];
  let wait: string | null = null;
  for (let count = 0; count < 4; count += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/x`, {
      headers: { 'x-forwarded-for': `10.0.0.${count}` },
    });
    statuses.push(answer.status);
    wait = answer.headers.get('retry-after');
  }
  await strict.close();
  expect(statuses).toEqual([404, 404, 404, 429]);
  expect(Number(wait)).toBeGreaterThan(0);
});
