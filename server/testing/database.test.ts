import { expect, it } from 'vitest';
import { freshDatabase, testDatabase } from './database.ts';

it('opens the shared database with the core tables, as a role that is no superuser', async () => {
  const database = await testDatabase();
  const { rows } = await database.app.query(
    `SELECT current_user AS app, rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls AS mighty,
            (SELECT count(*) FROM core.workspace) >= 0 AS core
       FROM pg_roles WHERE rolname = current_user`,
  );
  expect(rows).toEqual([{ app: 'duyen_app', mighty: false, core: true }]);
});

it('gives a database of its own whose core tables are empty', async () => {
  const one = await freshDatabase('own');
  const other = await freshDatabase('own');
  await one.app.query(
    `INSERT INTO core.workspace (id, key, name, schema_name)
     VALUES (gen_random_uuid(), 'a', 'A', 'w_a')`,
  );
  const { rows } = await other.app.query('SELECT count(*) FROM core.workspace');
  expect(rows).toEqual([{ count: 0 }]);
});

it('leaves out the core tables when asked', async () => {
  const empty = await freshDatabase('none', { migrated: false });
  const { rows } = await empty.owner.query(`SELECT to_regclass('core.workspace') AS found`);
  expect(rows).toEqual([{ found: null }]);
});
