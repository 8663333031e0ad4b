import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { declarations } from '#modules';
import { createWorkspace } from '#engine/create-workspace.ts';
import { memoryFiles } from '#engine/testing/memory-files.ts';
import type { ObjectRights } from '#engine/directory.ts';
import { createWorkspaces, type Workspaces } from '#engine/workspaces.ts';
import { qualified } from '#engine/records/sql.ts';
import { openDatabase } from '#server/database/open-database.ts';
import type { Database } from '#server/database/database.ts';
import { insertApiKey } from '#server/people/api-keys.ts';
import { coreOn } from '#server/people/core-tables.ts';
import { openLog } from '#server/open-log.ts';
import { serverArguments } from '../scripts/server-arguments.mjs';
import { generate, type People } from './generate.ts';

/** An installation of the bench's own: server process, database, companies of several sizes. */
export interface Scratch {
  folder: string;
  origin: string;
  database: Database;
  workspaces: Workspaces;
  server: Server;
  /** Stops the server and starts it again; gives the milliseconds until it was ready. */
  restart(): Promise<number>;
  close(): Promise<void>;
}

interface Server {
  process: ChildProcess;
  readyMs: number;
}

export interface Company {
  id: string;
  schema: string;
  accounts: number;
  /** Bearer tokens: one who sees all, one who sees their team's. */
  allKey: string;
  teamKey: string;
  /** Of an administrator, for imports. */
  adminKey: string;
  people: People;
  teamMember: string;
}

const rightsWithin = (scope: 'all' | 'team'): ObjectRights => ({
  read: scope,
  update: scope,
  delete: scope,
  create: true,
  export: true,
  import: true,
});

const members = 200;
const teams = 20;

export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(path.join(tmpdir(), 'duyen-bench-'));
  // Where the database's own account may not enter, its gigabytes would lie elsewhere and stay when the folder goes.
  await chmod(folder, 0o755);
  const port = await freePort();
  let server = await startServer(folder, port);
  const log = openLog('error');
  const database = await openDatabase({ dataDir: folder, databaseUrl: undefined }, log);
  const workspaces = createWorkspaces(database, declarations, memoryFiles(), log);
  return {
    folder,
    origin: `http://127.0.0.1:${port}`,
    database,
    workspaces,
    get server() {
      return server;
    },
    async restart() {
      await stopServer(server);
      server = await startServer(folder, port);
      return server.readyMs;
    },
    async close() {
      await database.close();
      await stopServer(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(folder: string, port: number): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, serverArguments, {
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { process: child, readyMs: performance.now() - started };
}

async function stopServer({ process: child }: Server): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Memory the server process holds, in MB. */
export async function residentMb({ process: child }: Server): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** A company of the given size, with two hundred people in twenty teams. */
export async function addCompany(scratch: Scratch, accounts: number): Promise<Company> {
  const { database, workspaces } = scratch;
  const { id, schema } = await createWorkspace(workspaces, {
    name: `Bench ${accounts}`,
    key: `bench_${accounts}`,
  });
  const insert = async (table: string, row: Record<string, unknown>) => {
    const all = { id: newId(), ...row };
    const names = Object.keys(all);
    await database.app.query(
      `insert into ${qualified(schema, table)} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(all),
    );
    return all.id;
  };
  const role = (key: string, scope: 'all' | 'team') =>
    insert('role', { key, name: key, rights: JSON.stringify({ '*': rightsWithin(scope) }) });
  const adminRole = await insert('role', {
    key: 'admin',
    name: 'admin',
    administrator: true,
    rights: '{}',
  });
  const admin = await insert('member', {
    name: 'Administrator',
    email: 'admin@bench.test',
    role_id: adminRole,
    team_ids: [],
  });
  const [allRole, teamRole] = [await role('all', 'all'), await role('team', 'team')];
  const teamIds: string[] = [];
  for (let i = 0; i < teams; i += 1) teamIds.push(await insert('team', { name: `Team ${i}` }));
  const people = { members: [] as string[], teams: [] as string[] };
  for (let i = 0; i < members; i += 1) {
    const team = teamIds[i % teams] ?? '';
    people.teams.push(team);
    people.members.push(
      await insert('member', {
        name: `Member ${i}`,
        email: `m${i}@bench.test`,
        role_id: i % 2 === 0 ? allRole : teamRole,
        team_ids: [team],
      }),
    );
  }
  await database.app.query(
    'update core.workspace set model_version = model_version + 1 where id = $1',
    [id],
  );
  workspaces.forget(id);
  const [seesAll = '', teamMember = ''] = people.members;
  const key = async (memberId: string) => {
    const user = `bench-${memberId}`;
    await database.app.query(`insert into core."user" (id, name, email) values ($1, 'Bench', $2)`, [
      user,
      `${user}@bench.test`,
    ]);
    await database.app.query(
      'insert into core.membership (user_id, workspace_id, member_id) values ($1, $2, $3)',
      [user, id, memberId],
    );
    const made = await insertApiKey(coreOn(database.app), {
      name: 'bench',
      scopes: ['read', 'write'],
      expiresAt: null,
      workspaceId: id,
      memberId,
    });
    return made.key;
  };
  const { model } = await workspaces.refresh(id);
  await generate(database.owner, schema, model, people, accounts);
  return {
    id,
    schema,
    accounts,
    people,
    teamMember,
    allKey: await key(seesAll),
    teamKey: await key(teamMember),
    adminKey: await key(admin),
  };
}
