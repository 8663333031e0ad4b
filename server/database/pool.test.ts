import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';

it('reads exact values: numbers that are numbers, texts of decimals, dates and instants', async () => {
  const { app } = await testDatabase();
  const { rows } = await app.query(`
    SELECT 9007199254740991::int8 AS big, '12345678901234567890.10'::numeric AS exact,
           '2026-11-21'::date AS day, '2026-11-22 06:00:04.123+07'::timestamptz AS instant,
           '2026-11-22 06:00:04+07'::timestamptz AS whole,
           '2026-11-22 06:00:04.1+07'::timestamptz AS tenth,
           '2026-11-22 06:00:04.123456+07'::timestamptz AS micro,
           ARRAY[0.10, NULL]::numeric[] AS decimals, '{}'::numeric[] AS nothing, ARRAY[1, 2]::int8[] AS bigs,
           ARRAY['2026-01-01']::date[] AS days,
           ARRAY['2026-01-01 00:00+00']::timestamptz[] AS instants,
           NULL::timestamptz AS none`);
  expect(rows).toEqual([
    {
      big: 9007199254740991,
      exact: '12345678901234567890.10',
      day: '2026-11-21',
      instant: '2026-11-21T23:00:04.123Z',
      whole: '2026-11-21T23:00:04.000Z',
      tenth: '2026-11-21T23:00:04.100Z',
      micro: '2026-11-21T23:00:04.123456Z',
      decimals: ['0.10', null],
      nothing: [],
      bigs: [1, 2],
      days: ['2026-01-01'],
      instants: ['2026-01-01T00:00:00.000Z'],
      none: null,
    },
  ]);
});

it('fails rather than round an integer that does not fit', async () => {
  const { app } = await testDatabase();
  await expect(app.query('SELECT 9007199254740993::int8')).rejects.toThrow(/does not fit/);
  expect((await app.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

it('limits every statement, lock and idle transaction from the first query on', async () => {
  const { app, owner } = await testDatabase();
  for (const pool of [app, owner]) {
    const { rows } = await pool.query(`
      SELECT current_setting('statement_timeout') AS statement,
             current_setting('lock_timeout') AS lock,
             current_setting('idle_in_transaction_session_timeout') AS idle,
             current_setting('TimeZone') AS zone,
             current_setting('application_name') LIKE 'duyen %' AS named`);
    expect(rows).toEqual([{ statement: '15s', lock: '5s', idle: '30s', zone: 'UTC', named: true }]);
  }
});

it('hears notifications until it stops listening', async () => {
  const database = await testDatabase();
  const heard: string[] = [];
  const last = Promise.withResolvers<void>();
  const stop = await database.listen('it’s "odd"', (payload) => heard.push(payload));
  const stopOther = await database.listen('last', () => last.resolve());
  await database.app.query('SELECT pg_notify($1, $2)', ['it’s "odd"', 'one']);
  await database.app.query('SELECT pg_notify($1, $2)', ['elsewhere', 'two']);
  await database.app.query(`SELECT pg_notify('last', '')`);
  await last.promise;
  expect(heard).toEqual(['one']);
  await stop();
  await stopOther();
  const { rows } = await database.app.query<{ count: number }>(
    `SELECT count(*) FROM pg_stat_activity
      WHERE application_name = current_setting('application_name') AND query LIKE 'UNLISTEN%'`,
  );
  expect(rows).toEqual([{ count: 1 }]);
});
