import { randomBytes } from 'node:crypto';
import { get, list } from '#engine/records/index.ts';
import { memberActor } from '#engine/actor.ts';
import { qualified } from '#engine/records/sql.ts';
import { v7 as newId } from 'uuid';
import { captureStatement, type Statement } from './capture.ts';
import { bareFloor, rawFloor, type Vary } from './floors.ts';
import { load, type Call, type LoadOptions } from './load.ts';
import type { Company, Scratch } from './scratch.ts';

export interface Ratio {
  what: string;
  accounts: number;
  ours: number;
  bare: number;
  raw: number;
  p95Ms: number;
  must: number;
  aim: number;
}

interface Measure {
  what: string;
  must: number;
  aim: number;
  statement: Statement;
  vary: Vary;
  call: (n: number) => Call;
}

const options: LoadOptions = { connections: 10, seconds: 4, warmupSeconds: 1.5 };

/** Requests per second against the same SQL behind a bare handler, in the same minute on the same data. */
export async function ratios(scratch: Scratch, company: Company): Promise<Ratio[]> {
  const { database } = scratch;
  const { host, port, database: name, user, password } = database.app.options;
  const results: Ratio[] = [];
  for (const { what, must, aim, statement, vary, call } of await measures(scratch, company)) {
    if (vary(0).length !== statement.vary.length)
      throw new Error(`${what}: the floor would not be asked what we are`);
    const key = `${what.replaceAll(/\W/g, '')}${company.accounts}`;
    const bare = await bareFloor(
      { host, port, database: name, user, password },
      key,
      statement,
      vary,
      options,
    );
    const raw = await rawFloor(database.app, key, statement, vary, { ...options, seconds: 2 });
    const ours = await load(scratch.origin, call, options);
    if (bare.failed + ours.refused > 0)
      throw new Error(`${what}: ${bare.failed} floor and ${ours.refused} own requests failed`);
    results.push({
      what,
      accounts: company.accounts,
      ours: ours.perSecond,
      bare: bare.perSecond,
      raw,
      p95Ms: ours.p95Ms,
      must,
      aim,
    });
  }
  return results;
}

async function measures(scratch: Scratch, company: Company): Promise<Measure[]> {
  const { workspaces, database } = scratch;
  const { directory, info } = await workspaces.open(company.id);
  const [seesAll = ''] = company.people.members;
  const ctx = await workspaces.context(company.id, memberActor(directory, seesAll, info.settings));
  const account = qualified(company.schema, 'account');
  const { rows } = await database.app.query<{ id: string; word: string }>(
    `select id, (regexp_match(lower(public.unaccent(name)), '(\\w+ \\w+)$'))[1] as word
     from ${account} order by code limit 2000`,
  );
  const idOf = (n: number) => rows[(n * 37) % rows.length]?.id ?? '';
  const wordOf = (n: number) => rows[(n * 41) % rows.length]?.word ?? '';
  const ownerOf = (n: number) => company.people.members[n % company.people.members.length] ?? '';
  const headers = { authorization: `Bearer ${company.allKey}` };
  const byOwner = (owner: string) => ({
    where: { field: 'owner', op: 'eq', value: owner },
    limit: 50,
  });

  return [
    {
      what: 'get one record',
      must: 0.25,
      aim: 0.4,
      statement: await captureStatement(
        ctx,
        (inner) => get(inner, 'account', idOf(0)),
        (value) => value === idOf(0),
      ),
      vary: (n) => [idOf(n)],
      call: (n) => ({ method: 'GET', path: `/api/v1/accounts/${idOf(n)}`, headers }),
    },
    {
      what: 'list of 50 by owner, newest first',
      must: 0.4,
      aim: 0.55,
      statement: await captureStatement(
        ctx,
        (inner) => list(inner, 'account', byOwner(ownerOf(0))),
        (value) => value === ownerOf(0),
      ),
      vary: (n) => [ownerOf(n)],
      call: (n) => ({
        method: 'GET',
        path: `/api/v1/accounts?limit=50&where=${encodeURIComponent(JSON.stringify(byOwner(ownerOf(n)).where))}`,
        headers,
      }),
    },
    {
      what: 'search in one object',
      must: 0.4,
      aim: 0.6,
      statement: await captureStatement(
        ctx,
        (inner) => list(inner, 'account', { q: 'zzz yyy', limit: 20 }),
        (value) => typeof value === 'string' && /^%\w{3}%$/.test(value),
      ),
      vary: (n) =>
        wordOf(n)
          .split(' ')
          .map((word) => `%${word}%`),
      call: (n) => ({
        method: 'GET',
        path: `/api/v1/accounts?limit=20&q=${encodeURIComponent(wordOf(n))}`,
        headers,
      }),
    },
    {
      what: 'create',
      must: 0.15,
      aim: 0.3,
      statement: {
        text: `insert into ${account} (id, version, created_at, created_by, updated_at, updated_by, owner, team, kind, name, stage, phones, emails, code)
          values ($1, 1, now(), $2, now(), $2, $2, $3, 'company', $4, 'customer', $5, $6, $7) returning id`,
        values: [
          null,
          seesAll,
          company.people.teams[0],
          'Công ty mới',
          ['+84901234567'],
          ['moi@bench.test'],
          null,
        ],
        vary: [0, 3, 6],
        plan: true,
      },
      vary: (n) => [newId(), `Công ty mới ${n}`, randomBytes(9).toString('base64url')],
      call: (n) => ({
        method: 'POST',
        path: '/api/v1/accounts',
        headers,
        body: JSON.stringify({
          name: `Công ty mới ${n}`,
          stage: 'customer',
          phones: ['0901234567'],
          emails: ['moi@bench.test'],
        }),
      }),
    },
    {
      what: 'update',
      must: 0.15,
      aim: 0.3,
      statement: {
        text: `update ${account} set version = version + 1, updated_at = now(), notes = $2 where id = $1 returning id`,
        values: [null, null],
        vary: [0, 1],
        plan: true,
      },
      vary: (n) => [idOf(n), `Ghi chú ${n}`],
      call: (n) => ({
        method: 'PATCH',
        path: `/api/v1/accounts/${idOf(n)}`,
        headers,
        body: JSON.stringify({ notes: `Ghi chú mới ${n} ${Date.now()}` }),
      }),
    },
  ];
}
