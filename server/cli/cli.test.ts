import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { postmasterOf, scratchFolder } from '../database/testing/scratch-folder.ts';
import { silentServerLog } from '../http/testing/serve.ts';
import { startProgram } from '../program.ts';
import { silentLog } from '../testing/silent-log.ts';
import type { Finding } from './doctor/finding.ts';
import { checkAddress } from './doctor/check-machine.ts';
import { checkClock, checkVersion } from './doctor/check-database.ts';
import { commands } from './index.ts';
import { run } from './run.ts';

const password = 'Chuồn chuồn bay thấp';
const administrator = ['--admin-email', 'an@x.test', '--admin-password', password];

/** The command line of an installation of one's own. */
async function commandLine(more: Record<string, string> = {}) {
  const dataDir = await scratchFolder();
  const env = { DATA_DIR: dataDir, PORT: '0', ...more };
  const { signal: stop } = new AbortController();
  const call = async (...words: string[]) => {
    let out = '';
    let err = '';
    const streams = {
      out: (text: string) => void (out += text),
      err: (text: string) => void (err += text),
    };
    const status = await run(commands, words, env, streams, stop);
    return { status, out, err };
  };
  return {
    dataDir,
    env,
    call,
    json: async (...words: string[]) => {
      const { out, err } = await call(...words, '--json');
      if (err !== '') throw new Error(err);
      return JSON.parse(out);
    },
    newCompany: (name: string, ...words: string[]) =>
      call('workspace', 'create', '--name', name, ...administrator, ...words),
  };
}

const csv = `Tên,Số điện thoại,Công ty mẹ
Công ty Hoa Sen,0901234567,
Cửa hàng Hoa Sen Huế,0912345678,Công ty Hoa Sen
`;

it('works beside a running server: makes a company, imports, takes back, backs up, and leaves it running', async () => {
  const { call, json, dataDir, env, newCompany } = await commandLine();
  const program = await startProgram(readConfig(env), silentServerLog);
  onTestFinished(() => program.stop());
  const postmaster = await postmasterOf(dataDir);
  const made = await newCompany('Hoa Sen', '--api-key', '--json');
  expect(made).toMatchObject({ status: 0, err: '' });
  const { apiKey, key } = JSON.parse(made.out);
  expect(key).toBe('hoa_sen');
  // Read by a test that knows what it asked for.
  // oxlint-disable-next-line typescript/no-explicit-any -- answers have no common shape
  const get = async (url: string): Promise<any> => {
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await fetch(`${program.address}api/v1/${url}`, { headers });
    expect(answer.status).toBe(200);
    return answer.json();
  };

  const file = path.join(path.dirname(dataDir), 'khách.csv');
  await fs.writeFile(file, csv);
  const dry = await call('import', 'account', file, '--match', 'name', '--dry-run');
  expect(dry).toMatchObject({ status: 0, err: '' });
  expect(dry.out).toContain('Would be: 2 created');
  expect((await get('accounts')).items).toEqual([]);
  const { id, counts } = await json('import', 'accounts', file, '--match', 'name');
  expect(counts.run).toMatchObject({ created: 2, updated: 0, rejected: 0 });
  const { items } = await get('accounts?sort=name');
  expect(items).toMatchObject([
    { name: 'Công ty Hoa Sen', phones: ['+84901234567'] },
    { name: 'Cửa hàng Hoa Sen Huế', parent: { title: 'Công ty Hoa Sen' } },
  ]);
  const again = await call('import', 'account', file, '--match', 'name');
  expect(again.out).toContain('0 created, 0 updated, 2 unchanged');
  expect(again.out).toMatch(/Tên → name \(by its name, \d+ %\)/);
  const partly = path.join(path.dirname(dataDir), 'một phần.csv');
  await fs.writeFile(partly, 'Tên,Năm thành lập\nCông ty Hoa Sen,1999\nKhông rõ,xyz\n');
  const taken = await call('import', 'account', partly, '--match', 'name', '--dry-run');
  expect(taken.out).toContain('1 updated, 0 unchanged, 0 skipped, 1 rejected');
  const rejected = await fs.readFile(partly.replace('.csv', '.rejected.csv'), 'utf8');
  expect(rejected).toContain('Không rõ,xyz');
  for (const name of ['accounts.csv', 'accounts.xlsx']) {
    const out = path.join(path.dirname(dataDir), name);
    expect(await json('export', 'account', '--out', out)).toMatchObject({ records: 2 });
    const same = await json('import', 'account', out, '--match', 'name');
    expect(same.counts.run).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 0 });
  }
  expect((await call('import', 'undo', id)).out).toContain('2 removed');
  expect((await get('accounts')).items).toEqual([]);

  const backup = path.join(path.dirname(dataDir), 'backup');
  expect(await call('backup', 'create', backup)).toMatchObject({ status: 0, err: '' });
  expect(await call('backup', 'verify', backup)).toMatchObject({ status: 0, err: '' });
  const doctor = await call('doctor', '--json');
  const found: Finding[] = JSON.parse(doctor.out);
  expect(found.filter(({ level }) => level === 'problem')).toEqual([]);
  expect(doctor.status).toBe(0);
  const named = new Map(found.map(({ about, message }) => [about, message]));
  expect(named.get('backup')).toContain('verified');
  expect(named.get('workers')).toBe('1 working');

  expect(await postmasterOf(dataDir)).toBe(postmaster);
  expect((await get('me')).email).toBe('an@x.test');
}, 60_000);

describe('without a server', () => {
  it('makes companies, lets people in, and asks which company when there are several', async () => {
    const line = await commandLine();
    expect(await line.call('workspace', 'list')).toEqual({ status: 0, out: '', err: '' });
    expect((await line.newCompany('Hoa')).status).toBe(0);
    expect(await line.newCompany('Hoa')).toMatchObject({
      status: 1,
      out: '',
      err: '--key: Another record already has this value.\n',
    });
    const add = ['user', 'add', '--email', 'b@x.test', '--name', 'Bình', '--password', password];
    expect(await line.json(...add, '--role', 'manager')).toMatchObject({ role: 'manager' });
    expect((await line.newCompany('Trà', '--language', 'en', '--currency', 'usd')).status).toBe(0);
    const which = await line.call(...add);
    expect(which.status).toBe(2);
    expect(which.err).toMatch(
      /^--workspace is missing; it is one of: hoa, tra\.\n\nLet somebody in\./,
    );
    expect((await line.call(...add, '--workspace', 'tra')).status).toBe(0);
    expect(await line.json('workspace', 'list')).toMatchObject([
      { key: 'hoa', currency: 'VND', members: 2 },
      { key: 'tra', currency: 'USD', language: 'en', members: 2 },
    ]);
    const reset = ['user', 'reset-password', '--email'];
    expect(await line.call(...reset, 'b@x.test', '--password', 'một mật khẩu khác')).toMatchObject({
      status: 0,
    });
    expect(await line.call(...reset, 'c@x.test', '--password', 'x')).toEqual({
      status: 1,
      out: '',
      err: 'nobody signs in as c@x.test\n',
    });
    const made = await line.json(
      'workspace',
      'create',
      '--name',
      'Hải Âu',
      '--sample',
      'freight',
      ...administrator,
    );
    expect(made).toMatchObject({ key: 'hai_au', sample: 'freight' });
    expect(await line.json('workspace', 'list')).toMatchObject([{}, {}, { members: 11 }]);
    // Whoever leaves last puts out the light.
    expect(await postmasterOf(line.dataDir)).toBeUndefined();
  }, 60_000);

  it('says how it is called, with status 2', async () => {
    const { call } = await commandLine();
    for (const words of [
      [],
      ['nothing'],
      ['workspace'],
      ['doctor', '--nope'],
      ['backup', 'create'],
      ['workspace', 'create', 'x'],
      ['workspace', 'create', '--name'],
      ['workspace', 'create', '--name', 'A', '--admin-email', 'x', '--sample', 'bakery'],
    ]) {
      const { status, out, err } = await call(...words);
      expect.soft(status, words.join(' ')).toBe(2);
      expect.soft(out + err).toContain('npm run duyen --');
      expect.soft(err).not.toContain('    at ');
    }
    expect(await call('import', '--help')).toMatchObject({ status: 0, err: '' });
    for (const words of [['help'], ['--help']]) {
      const all = await call(...words);
      expect(all).toMatchObject({ status: 0, err: '' });
      expect(all.out).toMatch(/^Usage: /);
    }
    const one = await call('help', 'import');
    expect(one).toEqual(await call('import', '--help'));
    const none = await call('help', 'moon');
    expect(none).toMatchObject({ status: 2, out: '' });
    expect(none.err).toMatch(/^There is no command moon\./);
  });

  it('says in one line what is wrong with the environment, and makes nothing', async () => {
    const { call, dataDir } = await commandLine({ PORT: 'x' });
    expect(await call('workspace', 'list')).toEqual({
      status: 1,
      out: '',
      err: 'PORT is "x"; expected a whole number from 0 to 65535, e.g. 3000\n',
    });
    await expect(fs.access(dataDir)).rejects.toThrow('ENOENT');
  });

  it('restores into an empty place that has the key, and into no other', async () => {
    const source = await commandLine();
    await source.newCompany('Hoa');
    const file = path.join(path.dirname(source.dataDir), 'backup');
    expect((await source.call('backup', 'create', file)).status).toBe(0);
    expect(await source.call('backup', 'restore', file)).toMatchObject({ status: 1, out: '' });

    const target = await commandLine();
    const keyless = await target.call('backup', 'restore', file);
    expect(keyless.err).toContain('there is no secret key');
    await expect(fs.access(target.dataDir)).rejects.toThrow('ENOENT');
    await fs.mkdir(target.dataDir);
    const key = path.join(target.dataDir, 'secret.key');
    await fs.writeFile(key, 'f'.repeat(64), { mode: 0o600 });
    expect((await target.call('backup', 'restore', file)).err).toContain('another secret key');
    expect(await fs.readdir(target.dataDir)).toEqual(['secret.key']);
    await fs.copyFile(path.join(source.dataDir, 'secret.key'), key);
    expect((await target.call('backup', 'restore', file)).status).toBe(0);
    expect((await target.call('doctor')).out).toContain('→ start Duyên');
    expect(await target.json('workspace', 'list')).toMatchObject([{ key: 'hoa', members: 1 }]);

    // With another key the restored place does not start, and doctor says why.
    await fs.writeFile(key, 'e'.repeat(64), { mode: 0o600 });
    const list = await target.call('workspace', 'list');
    expect(list).toMatchObject({ status: 1, out: '' });
    expect(list.err).toMatch(/^the secret key is not the one this database was made with.*\n$/);
    const doctor = await target.call('doctor');
    expect(doctor.status).toBe(1);
    expect(doctor.out).toContain('problem  key of the database');
  }, 60_000);
});

describe('doctor', () => {
  it('finds tables that were changed by hand, lost files, orphans and a database that may do too much', async () => {
    const { call, env, newCompany } = await commandLine();
    await newCompany('Hoa');
    const database = await openDatabase(readConfig(env), silentLog);
    await database.owner.query(`
      alter table w_hoa.account drop column notes;
      insert into w_hoa.file (id, name, size, type, sha256)
        values (gen_random_uuid(), 'hop-dong.pdf', 1, 'application/pdf', 'x');
      insert into w_hoa.follower (object, record_id, member_id)
        values ('account', gen_random_uuid(), gen_random_uuid());
      grant create on database duyen to duyen_app`);
    await database.close();
    const { status, out } = await call('doctor');
    expect(status).toBe(1);
    expect(out).toMatch(/problem  model: .*account: column notes is missing/);
    expect(out).toContain('problem  files: 1 are known but not there');
    expect(out).toMatch(/warning  records: .*1 in hoa follower:account/);
    expect(out).toContain('problem  database role: duyen_app may make schemas');
  });

  it('finds a mail server that does not answer', async () => {
    const { call } = await commandLine({ SMTP_URL: 'smtp://127.0.0.1:1' });
    const { out } = await call('doctor');
    expect(out).toContain(
      'problem  mail server: 127.0.0.1 does not take mail: connect ECONNREFUSED',
    );
  });

  it('knows which releases of PostgreSQL lack the fixes', () => {
    const levels = [150018, 150019, 160014, 160015, 170010, 170011, 180004, 180006, 180007].map(
      (version) => checkVersion(version, false).level,
    );
    const [old, fixed] = ['warning', 'ok'];
    expect(levels).toEqual([old, fixed, old, fixed, old, fixed, old, fixed, fixed]);
  });

  it('warns of an address that others cannot use or that is not encrypted', () => {
    const level = (host: string, publicUrl?: string) => checkAddress({ host, publicUrl }).level;
    expect(level('127.0.0.1')).toBe('ok');
    expect(level('0.0.0.0')).toBe('problem');
    expect(level('0.0.0.0', 'https://crm.example.com')).toBe('ok');
    expect(level('127.0.0.1', 'http://crm.example.com')).toBe('warning');
  });

  it('warns of clocks that differ', () => {
    expect(checkClock(1).level).toBe('ok');
    expect(checkClock(120).message).toBe('120 s behind the database');
    expect(checkClock(-120).message).toBe('120 s ahead of the database');
  });

  it('says what to do when there is nothing yet, and makes nothing', async () => {
    const { call, dataDir } = await commandLine();
    const { status, out } = await call('doctor');
    expect(status).toBe(1);
    expect(out).toContain('problem  database: there is none yet\n         → run npm start once');
    await expect(fs.access(dataDir)).rejects.toThrow('ENOENT');
  });
});
