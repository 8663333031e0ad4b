import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { openInstallation, type Installation } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { createCompany } from '#server/people/create-company.ts';
import { eventually } from '../eventually.ts';
import { silentLog } from '../silent-log.ts';
import type { Generator } from './corpus.ts';
import { makePeople, type Person } from './people.ts';
import { makeRecords, type Kept } from './records.ts';
import { send, type Answer, type Sending } from './send.ts';
import { freePort, openCanary, openMailSink, type Canary, type MailSink } from './sinks.ts';
import { memoryOf, startServer, type RunningServer } from './start-server.ts';

/** A running server with a company in it, and everything around it that can be watched. */
export interface World extends Company {
  server: RunningServer;
  dataDir: string;
  mail: MailSink;
  canary: Canary;
  installation: Installation;
  generator: Generator;
  /** Fewer tries, for the run that everybody waits for. */
  short: boolean;
  /** Asks as a person by their key, or as nobody. */
  ask(as: Person | null, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Asks as the browser of a person who is signed in. */
  browse(
    as: Pick<Person, 'cookie'>,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  send(sending: Sending): Promise<Answer>;
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Nobody is held back by what earlier cases tried. */
  forgetTries(): Promise<void>;
  /** Resolves when every job that was asked for is done. */
  jobsDone(): Promise<void>;
  /** The command line beside the running server. */
  cli(args: readonly string[]): Promise<{ status: number; text: string; memory: number }>;
}

export interface Company {
  workspaceId: string;
  schema: string;
  people: {
    admin: Person;
    /** Employees: each sees only their own records. */
    sales1: Person;
    sales2: Person;
    /** Sees everything and changes nothing. */
    viewer: Person;
    /** Sees a part of the fields. */
    blind: Person;
    disabled: Person;
    /** Administrator of another company on the same server. */
    stranger: Person;
  };
  /** Keys of sales1 besides the one they ask with. */
  readOnlyKey: string;
  revokedKey: string;
  /** By path of the object. */
  records: Map<string, Kept>;
}

const root = path.resolve(import.meta.dirname, '../../..');

/** Starts everything; `close` ends and removes it again. */
export async function openWorld(
  generator: Generator,
  short: boolean,
): Promise<{ world: World; close: () => Promise<void> }> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const each of undo.splice(0).toReversed()) await each();
  };
  try {
    const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-badinput-'));
    undo.push(() => fs.rm(dataDir, { recursive: true, force: true }));
    // The database's account has to pass through.
    await fs.chmod(dataDir, 0o711);
    const [mail, canary] = await Promise.all([openMailSink(), openCanary()]);
    undo.push(
      () => mail.close(),
      () => canary.close(),
    );
    const server = await startServer({ dataDir, port: await freePort(), smtpPort: mail.port });
    undo.push(() => server.stop());
    const installation = await openInstallation(readConfig({ DATA_DIR: dataDir }), silentLog);
    undo.push(() => installation.close());

    const base = createBase({ server, dataDir, mail, canary, installation, generator, short });
    const company = await makeCompany(base);
    return { world: { ...base, ...company }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export type Base = Omit<World, keyof Company>;

type Parts = Pick<
  World,
  'server' | 'dataDir' | 'mail' | 'canary' | 'installation' | 'generator' | 'short'
>;

function createBase(parts: Parts): Base {
  const { server, dataDir, installation } = parts;
  // The superuser's eyes are not needed: the owner of the tables sees them all.
  const { owner } = installation.database;
  const sql = async (text: string, values: unknown[] = []) => {
    const { rows } = await owner.query<Record<string, unknown>>(text, values);
    return rows;
  };
  return {
    ...parts,
    sql,
    send: (sending) => send(server.origin, sending),
    ask: (as, method, where, body) =>
      send(server.origin, {
        method,
        path: where,
        headers: {
          ...(as && { authorization: `Bearer ${as.key}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    browse: ({ cookie }, method, where, body, headers = {}) =>
      send(server.origin, {
        method,
        path: where,
        headers: {
          cookie,
          origin: server.origin,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    forgetTries: async () => {
      await sql('DELETE FROM core.attempt');
    },
    jobsDone: async () => {
      await eventually(async () => {
        const { rows } = await installation.database.app.query(
          'SELECT 1 FROM graphile_worker.jobs LIMIT 1',
        );
        return rows.length === 0;
      });
    },
    cli: (args) => runCli(dataDir, args),
  };
}

async function runCli(dataDir: string, args: readonly string[]) {
  const child = spawn(process.execPath, [path.join(root, 'server/cli.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid ?? 0));
  }, 20);
  const status = await new Promise<number>((resolve) =>
    child.on('close', (code) => resolve(code ?? 128)),
  );
  clearInterval(watch);
  return { status, text, memory };
}

async function makeCompany(base: Base): Promise<Company> {
  const { installation } = base;
  const found = async (name: string, email: string) => {
    const password = `${randomBytes(12).toString('base64url')} aB`;
    const made = await createCompany(installation.workspaces, {
      name,
      adminName: `Quản trị ${name}`,
      adminEmail: email,
      adminPassword: password,
    });
    return { ...made, email, password };
  };
  const home = await found('Công ty An', 'an@x.test');
  const other = await found('Công ty Bình', 'binh@y.test');
  const made = await makePeople(base, home, other);
  const records = await makeRecords(base, made.people);
  return { workspaceId: home.id, schema: home.schema, ...made, records };
}
