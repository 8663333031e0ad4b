import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import { recordingLog } from '../../testing/recording-log.ts';
import { silentLog } from '../../testing/silent-log.ts';
import type { Database } from '../database.ts';
import {
  endProcess,
  holdInOtherProcess,
  postmasterOf,
  scratchFolder,
  startHolding,
} from '../testing/scratch-folder.ts';
import { readInstance } from './instance.ts';
import { openEmbedded } from './open-embedded.ts';

const asRoot = process.getuid?.() === 0;

async function opened(dataDir: string, log = silentLog): Promise<Database> {
  const database = await openEmbedded(dataDir, log);
  let closed: Promise<void> | undefined;
  const once = { ...database, close: () => (closed ??= database.close()) };
  onTestFinished(once.close);
  return once;
}

async function write(database: Database, value: string): Promise<void> {
  await database.owner.query('CREATE TABLE IF NOT EXISTS public.kept (value text)');
  await database.owner.query('INSERT INTO public.kept VALUES ($1)', [value]);
}

async function kept(database: Database): Promise<unknown[]> {
  const { rows } = await database.owner.query('SELECT value FROM public.kept ORDER BY value');
  return rows.map((row: { value: string }) => row.value);
}

it('initialises a durable UTF-8 cluster that only its own socket reaches', async () => {
  const dataDir = await scratchFolder();
  const database = await opened(dataDir);
  const { rows } = await database.app.query(`
    SELECT current_setting('server_encoding') AS encoding,
           current_setting('data_checksums') AS checksums,
           current_setting('fsync') || current_setting('synchronous_commit')
             || current_setting('full_page_writes') AS durable,
           current_setting('listen_addresses') AS addresses,
           current_setting('TimeZone') AS zone,
           (SELECT array_agg(extname::text ORDER BY extname) FROM pg_extension) AS extensions,
           (SELECT string_agg(name, ' ' ORDER BY name COLLATE "vi-x-icu")
              FROM unnest(ARRAY['Đức', 'Dũng', 'Em', 'Ân', 'An']) AS name) AS sorted`);
  expect(rows).toEqual([
    {
      encoding: 'UTF8',
      checksums: 'on',
      durable: 'ononon',
      addresses: '',
      zone: 'UTC',
      extensions: ['amcheck', 'btree_gin', 'pg_trgm', 'plpgsql', 'unaccent'],
      sorted: 'An Ân Dũng Đức Em',
    },
  ]);
  const { mode } = await fs.stat(path.join(dataDir, 'database.json'));
  expect(mode & 0o777).toBe(0o600);
  const home = path.join(dataDir, 'postgres');
  for (const folder of ['cluster', 'socket'])
    expect((await fs.stat(path.join(home, folder))).mode & 0o777).toBe(0o700);
  const auth = await fs.readFile(path.join(home, 'cluster', 'pg_hba.conf'), 'utf8');
  const rules = auth.split('\n').filter((line) => /^(local|host)/.test(line));
  expect(rules.every((rule) => rule.endsWith('scram-sha-256'))).toBe(true);
});

it('gives the application no right to change the schema', async () => {
  const database = await opened(await scratchFolder());
  await database.owner.query('CREATE SCHEMA w_a CREATE TABLE w_a.thing (id int)');
  await database.app.query('INSERT INTO w_a.thing VALUES (1)');
  for (const statement of [
    'CREATE TABLE w_a.other (id int)',
    'DROP TABLE w_a.thing',
    'CREATE SCHEMA other',
    'CREATE ROLE other',
    `COPY w_a.thing FROM PROGRAM 'echo 1'`,
  ])
    await expect(database.app.query(statement)).rejects.toMatchObject({ code: '42501' });
});

it('keeps what was written over a stop and a start', async () => {
  const dataDir = await scratchFolder();
  const first = await opened(dataDir);
  await write(first, 'one');
  await first.close();
  expect(await postmasterOf(dataDir)).toBeUndefined();
  expect(await kept(await opened(dataDir))).toEqual(['one']);
});

it('restarts a database that was killed, while the process and its pools stay', async () => {
  const dataDir = await scratchFolder();
  const database = await opened(dataDir);
  await write(database, 'before');
  const heard: string[] = [];
  let gaps = 0;
  await database.listen(
    'changed',
    (payload) => heard.push(payload),
    () => (gaps += 1),
  );
  const pid = (await postmasterOf(dataDir)) ?? 0;
  process.kill(pid, 'SIGKILL');
  await eventually(async () => gaps === 1);
  expect(await postmasterOf(dataDir)).not.toBe(pid);
  expect(await kept(database)).toEqual(['before']);
  await database.app.query(`SELECT pg_notify('changed', 'again')`);
  await eventually(async () => heard.includes('again'));
});

it('comes back after one backend was killed', async () => {
  const dataDir = await scratchFolder();
  const database = await opened(dataDir);
  await write(database, 'before');
  const { rows } = await database.owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const postmaster = await postmasterOf(dataDir);
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
  const values = await eventually(() => kept(database).catch(() => undefined));
  expect(values).toEqual(['before']);
  expect(await postmasterOf(dataDir)).toBe(postmaster);
});

it('gives up with a message on a database that keeps dying', async () => {
  const dataDir = await scratchFolder();
  const { log, lines } = recordingLog();
  await opened(dataDir, log);
  const saysSo = () =>
    lines.find((line) => line.level === 'error' && /not started again/.test(line.message));
  const killed = new Set<number>();
  await eventually(async () => {
    const pid = await postmasterOf(dataDir);
    const back = lines.filter((line) => line.message.endsWith('is back')).length;
    if (pid !== undefined && !killed.has(pid) && back === killed.size) {
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    return saysSo();
  }, 15_000);
  expect(killed.size).toBe(6);
});

it('adopts the orphan of a killed process, and stops it in the end', async () => {
  const dataDir = await scratchFolder();
  const other = await holdInOtherProcess(dataDir);
  const orphan = await postmasterOf(dataDir);
  await endProcess(other, 'SIGKILL');
  const database = await opened(dataDir);
  expect(await postmasterOf(dataDir)).toBe(orphan);
  await write(database, 'adopted');
  await database.close();
  expect(await postmasterOf(dataDir)).toBeUndefined();
});

it('starts anew when the process and its database were killed together', async () => {
  const dataDir = await scratchFolder();
  const other = await holdInOtherProcess(dataDir);
  const pid = (await postmasterOf(dataDir)) ?? 0;
  process.kill(pid, 'SIGKILL');
  await endProcess(other, 'SIGKILL');
  const begin = performance.now();
  await write(await opened(dataDir), 'again');
  expect(performance.now() - begin).toBeLessThan(5_000);
});

it('lets two processes share a new folder, and the last one stops the database', async () => {
  const dataDir = await scratchFolder();
  const [one, other] = await Promise.all([
    holdInOtherProcess(dataDir),
    holdInOtherProcess(dataDir),
  ]);
  const pid = await postmasterOf(dataDir);
  expect(pid).toBeDefined();
  await endProcess(one, 'SIGTERM');
  expect(await postmasterOf(dataDir)).toBe(pid);
  await endProcess(other, 'SIGTERM');
  expect(await postmasterOf(dataDir)).toBeUndefined();
});

it('leaves the database to the server when a command beside it ends', async () => {
  const dataDir = await scratchFolder();
  const server = await holdInOtherProcess(dataDir);
  const pid = await postmasterOf(dataDir);
  const command = await opened(dataDir);
  await write(command, 'by the command');
  await command.close();
  expect(await postmasterOf(dataDir)).toBe(pid);
  await endProcess(server, 'SIGTERM');
});

it('starts over when the very first start was killed half way', async () => {
  const dataDir = await scratchFolder();
  // The bootstrap of initdb runs first (its number is written with a minus), then a whole server.
  for (const moment of [/^-\d/, /^\d+\n(.*\n){6}.*ready/]) {
    const child = startHolding(dataDir);
    await eventually(async () => moment.test(await pidFileOfFirstStart(dataDir)));
    await endProcess(child, 'SIGKILL');
  }
  await write(await opened(dataDir), 'whole');
  const left = await fs.readdir(path.join(dataDir, 'postgres'));
  expect(left.toSorted()).toEqual(['cluster', 'postgresql.log', 'socket']);
});

async function pidFileOfFirstStart(dataDir: string): Promise<string> {
  const home = path.join(dataDir, 'postgres');
  const folders = await fs.readdir(home).catch(() => []);
  const texts = folders
    .filter((name) => name.startsWith('cluster.new'))
    .map((name) => fs.readFile(path.join(home, name, 'postmaster.pid'), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).join('');
}

it('works below a folder whose name is too long for a socket', async () => {
  const dataDir = await scratchFolder('x'.repeat(120));
  const database = await opened(dataDir);
  await write(database, 'deep');
});

it.runIf(asRoot)(
  'keeps the cluster elsewhere when only root may enter the data folder',
  async () => {
    const dataDir = await scratchFolder('private');
    const locked = path.dirname(dataDir);
    await fs.mkdir(locked, { mode: 0o700 });
    const database = await opened(dataDir);
    await write(database, 'outside');
    const instance = await readInstance(dataDir);
    expect(instance?.home.startsWith(locked)).toBe(false);
    await database.close();
    expect(await kept(await opened(dataDir))).toEqual(['outside']);
  },
);

it.runIf(asRoot)(
  'ignores a process number in postmaster.pid that belongs to another program',
  async () => {
    const dataDir = await scratchFolder();
    const first = await opened(dataDir);
    await write(first, 'one');
    await first.close();
    const instance = await readInstance(dataDir);
    // The same account, so that PostgreSQL itself takes the number for a living server.
    const stranger = spawn('/bin/sleep', ['60'], { ...instance?.account, cwd: '/' });
    onTestFinished(() => {
      stranger.kill('SIGKILL');
    });
    const pidFile = path.join(instance?.cluster ?? '', 'postmaster.pid');
    await fs.writeFile(pidFile, `${stranger.pid}\n${instance?.cluster}\n1\n5432\n\n\n0 0\n`);
    expect(await kept(await opened(dataDir))).toEqual(['one']);
  },
);

it.runIf(asRoot)('takes over a folder that root copied back', async () => {
  const dataDir = await scratchFolder();
  const first = await opened(dataDir);
  await write(first, 'one');
  await first.close();
  const home = path.join(dataDir, 'postgres');
  await fs.cp(home, `${home}.copy`, { recursive: true });
  await fs.rm(home, { recursive: true });
  await fs.rename(`${home}.copy`, home);
  expect((await fs.stat(path.join(home, 'cluster'))).uid).toBe(0);
  expect(await kept(await opened(dataDir))).toEqual(['one']);
});

it('refuses to put an empty database where one was lost', async () => {
  const dataDir = await scratchFolder();
  const database = await opened(dataDir);
  await database.close();
  await fs.rm(path.join(dataDir, 'postgres', 'cluster'), { recursive: true });
  await expect(openEmbedded(dataDir, silentLog)).rejects.toThrow(/is gone; bring it back/);
});

it('asks for the passwords back when only they were lost', async () => {
  const dataDir = await scratchFolder();
  const database = await opened(dataDir);
  await database.close();
  await fs.rm(path.join(dataDir, 'database.json'));
  await expect(openEmbedded(dataDir, silentLog)).rejects.toThrow(/database\.json is gone/);
});

it('opens while the last process is just leaving', async () => {
  const dataDir = await scratchFolder();
  for (let round = 0; round < 5; round += 1) {
    const leaving = await openEmbedded(dataDir, silentLog);
    const [coming] = await Promise.all([openEmbedded(dataDir, silentLog), leaving.close()]);
    await eventually(() =>
      write(coming, `${round}`).then(
        () => true,
        () => false,
      ),
    );
    await coming.close();
  }
  expect(await kept(await opened(dataDir))).toEqual(['0', '1', '2', '3', '4']);
});

it('names the file when the passwords are damaged', async () => {
  const dataDir = await scratchFolder();
  await fs.mkdir(dataDir);
  await fs.writeFile(path.join(dataDir, 'database.json'), '{"home":');
  await expect(openEmbedded(dataDir, silentLog)).rejects.toThrow(/database\.json is damaged/);
});
