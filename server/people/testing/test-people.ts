import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { Logger, runOnce } from 'graphile-worker';
import { createWorkspace } from '#engine/create-workspace.ts';
import { createDb } from '#engine/db.ts';
import { memoryFiles } from '#engine/testing/memory-files.ts';
import { toyObjects, toyRules } from '#engine/testing/toys.ts';
import { createWorkspaces } from '#engine/workspaces.ts';
import type { Database } from '#server/database/database.ts';
import { createContexts } from '#server/http/context.ts';
import { registerPeopleRoutes } from '#server/http/people/index.ts';
import { buildServer } from '#server/http/server.ts';
import { createMailer } from '#server/mail/create-mailer.ts';
import { sendMailTask } from '#server/mail/send-mail-task.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { createPeople, type PeopleOptions } from '../people.ts';
import { seedPeople } from '../seed-people.ts';

export const admin = { email: 'an@x.test', password: 'Chuồn chuồn bay thấp' };
const appSecret = 'a secret of the tests, long enough';

export interface Answer {
  status: number;
  body: unknown;
  text: string;
  headers: Record<string, unknown>;
  /** As a browser sends them back: expired ones are gone. */
  cookies: Record<string, string>;
  setCookie: readonly string[];
}

export interface Call {
  cookies?: Record<string, string>;
  headers?: Record<string, string>;
  /** Where the connection comes from. */
  from?: string;
}

/** One server process over `database`: its own caches, its own routes. */
export async function testServer(database: Database, options: Partial<PeopleOptions> = {}) {
  const publicUrl = options.publicUrl ?? 'http://crm.test';
  const { log } = Fastify({ logger: { level: 'silent' } });
  const declarations = { objects: toyObjects, rules: toyRules };
  const workspaces = createWorkspaces(database, declarations, memoryFiles(), silentLog);
  const people = await createPeople({
    database,
    workspaces,
    publicUrl,
    appSecret,
    log: silentLog,
    ...options,
  });
  const contexts = createContexts(workspaces);
  const app = buildServer({
    config: { publicUrl, host: '127.0.0.1', trustProxy: [] },
    log,
    identify: people.identify,
    contextOf: (identity, atLeast) => contexts.of(identity, atLeast),
  });
  registerPeopleRoutes(app, people);
  await app.ready();
  const call = caller(app, new URL(publicUrl).host);
  return {
    app,
    people,
    workspaces,
    call,
    get: (url: string, more?: Call) => call('GET', url, undefined, more),
    post: (url: string, body?: object, more?: Call) => call('POST', url, body, more),
    async signIn(who: { email: string; password: string } = admin, more: Call = {}) {
      return call('POST', '/api/auth/sign-in', { email: who.email, password: who.password }, more);
    },
    async close() {
      await app.close();
      await people.close();
    },
  };
}
export type TestServer = Awaited<ReturnType<typeof testServer>>;

const caller =
  (app: FastifyInstance, host: string) =>
  async (
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: object,
    more: Call = {},
  ): Promise<Answer> => {
    const cookie = Object.entries(more.cookies ?? {})
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const response = await app.inject({
      method,
      url,
      headers: { host, ...(cookie !== '' && { cookie }), ...more.headers },
      remoteAddress: more.from ?? '192.0.2.1',
      ...(body !== undefined && { payload: body }),
    });
    const setCookie = [response.headers['set-cookie'] ?? []].flat();
    const cookies = { ...more.cookies };
    for (const line of setCookie) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0\b/i.test(line)) delete cookies[name];
      else cookies[name] = value;
    }
    const text = response.body;
    const isJson = /json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      text,
      body: isJson ? JSON.parse(text) : undefined,
      headers: response.headers,
      cookies,
      setCookie,
    };
  };

/** A company with its first administrator. */
export async function testCompany(server: TestServer, owner = admin) {
  const key = `t_${randomBytes(6).toString('hex')}`;
  let memberId = '';
  const { id } = await createWorkspace(
    server.workspaces,
    { name: 'Công ty An', key },
    async (client, { id: workspaceId, schema }) => {
      const seeded = await seedPeople(
        createDb(server.workspaces.database.owner, client),
        { id: workspaceId, schema, language: 'vi' },
        { adminName: 'Nguyễn An', adminEmail: owner.email, adminPassword: owner.password },
      );
      memberId = seeded.memberId;
    },
  );
  return { id, key, memberId };
}

export interface ReadMail {
  to: string;
  subject: string;
  text: string;
  link: string;
  raw: string;
}

/** Runs the waiting mail jobs and reads what they wrote, as a person would in DATA_DIR/outbox. */
export async function deliverMail(database: Database): Promise<ReadMail[]> {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-mail-'));
  const mailer = createMailer({ smtpUrl: undefined, dataDir, publicUrl: undefined }, silentLog);
  try {
    await runOnce({
      pgPool: database.app,
      schema: 'graphile_worker',
      taskList: { sendMail: sendMailTask(mailer, appSecret) },
      logger: new Logger(() => () => {}),
    });
    const folder = path.join(dataDir, 'outbox');
    const names = await fs.readdir(folder).catch(() => []);
    return await Promise.all(
      names
        .toSorted((a, b) => a.localeCompare(b))
        .map(async (name) => readMail(await fs.readFile(path.join(folder, name), 'utf8'))),
    );
  } finally {
    mailer.close();
    await fs.rm(dataDir, { recursive: true });
  }
}

export function readMail(raw: string): ReadMail {
  const header = (name: string) =>
    new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(raw)?.[1]?.trim() ?? '';
  return {
    raw,
    to: header('To'),
    subject: header('Subject'),
    link: header('X-Duyen-Link'),
    text: quotedPrintable(raw),
  };
}

const quotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

export const tokenOf = (mail: ReadMail | undefined) => mail?.link.split('#token=')[1] ?? '';

/** RFC 6238 with the usual 30 seconds and six digits; `steps` later than now. */
export function totpCode(totpUri: string, steps = 0): string {
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...secret.replaceAll('=', '')]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
