import { expect, it } from 'vitest';
import { freshDatabase } from '#server/testing/database.ts';
import { systemActor } from '#engine/actor.ts';
import { cleanPeople } from './clean-people.ts';
import { testCompany, testServer } from './testing/test-people.ts';

it('removes what has expired and keeps the rest', async () => {
  const database = await freshDatabase('clean');
  const server = await testServer(database);
  const company = await testCompany(server);
  const old = await server.signIn();
  await database.app.query(`UPDATE core.session SET expires_at = now() - interval '1 s'`);
  const kept = await server.signIn();
  await database.app.query(`INSERT INTO core.attempt VALUES ('old', 3, now() - interval '1 s')`);
  await cleanPeople.run(await server.workspaces.context(company.id, systemActor('test')));
  const { rows } = await database.app.query(
    `SELECT (SELECT count(*) FROM core.session) AS sessions,
            (SELECT count(*) FROM core.attempt WHERE key = 'old') AS attempts`,
  );
  expect(rows).toEqual([{ sessions: 1, attempts: 0 }]);
  expect((await server.get('/api/v1/me', { cookies: kept.cookies })).status).toBe(200);
  expect((await server.get('/api/v1/me', { cookies: old.cookies })).status).toBe(401);
  await server.close();
});
