import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildModel } from '#engine/model/build-model.ts';
import { describeSpec } from '#engine/schema/describe-spec.ts';
import { listMigrations, migrationFolder, migrationScript } from '#engine/schema/migrations.ts';
import { plan } from '#engine/schema/plan.ts';
import { readCatalog } from '#engine/schema/read-catalog.ts';
import { workspaceSpec } from '#engine/schema/workspace-spec.ts';
import { statement } from '#engine/schema/write-migration.ts';
import { doubledNames } from '#engine/schema/doubled-names.ts';
import { testDatabase } from '#server/testing/database.ts';
import { declarations } from './index.ts';

const declared = workspaceSpec(buildModel(declarations.objects, { objects: [], fields: [] }, 0));

describe('the tables of the standard objects', () => {
  it('are what the last migration made: after a change, run npm run schema:plan -- name', async () => {
    const written = JSON.parse(await readFile(path.join(migrationFolder, 'schema.json'), 'utf8'));
    expect(plan(written, declared).map(statement)).toEqual([]);
    expect(written).toEqual(declared);
  });

  it('are the same whether they grew by all migrations or were made new', async () => {
    const { owner } = await testDatabase();
    const schema = 'w_all_migrations';
    await owner.query(`drop schema if exists ${schema} cascade; create schema ${schema}`);
    for (const { name } of await listMigrations())
      await owner.query(await migrationScript(name, schema));
    const catalog = await readCatalog(owner, [schema]);
    expect(catalog.get(schema)).toEqual(describeSpec(declared));
    await owner.query(`drop schema ${schema} cascade`);
  });

  it('share no name, also not with what an administrator can make', () => {
    expect(doubledNames(declared)).toEqual([]);
    const names = declared.flatMap(({ name, columns }) => [
      name,
      ...columns.map((each) => each.name),
    ]);
    expect(names.filter((name) => name.startsWith('x_'))).toEqual([]);
  });
});
