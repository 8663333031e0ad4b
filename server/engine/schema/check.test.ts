import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { f } from '#shared/fields/index.ts';
import { freshDatabase, open } from '#server/testing/database.ts';
import { recordingLog } from '#server/testing/recording-log.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { systemActor } from '../actor.ts';
import { createWorkspace } from '../create-workspace.ts';
import * as settings from '../settings/index.ts';
import { memoryFiles } from '../testing/memory-files.ts';
import { toyObjects, toyRules } from '../testing/toys.ts';
import { createWorkspaces, type Workspaces } from '../workspaces.ts';
import { checkWorkspaces } from './check.ts';

const declarations = { objects: toyObjects, rules: toyRules };
const label = (word: string) => ({ vi: word, en: word });

async function company(workspaces: Workspaces) {
  return createWorkspace(workspaces, { name: 'W', key: `t_${randomBytes(6).toString('hex')}` });
}

describe('the check of the tables', () => {
  let workspaces: Workspaces;
  let schema: string;
  let id: string;
  beforeAll(async () => {
    const database = await freshDatabase('check');
    workspaces = createWorkspaces(database, declarations, memoryFiles(), silentLog);
    ({ schema, id } = await company(workspaces));
    const ctx = await workspaces.context(id, systemActor('test'));
    const { box } = Object.fromEntries(toyObjects.map((object) => [object.key, object]));
    await settings.createObject(ctx, workspaces, {
      key: 'crate',
      path: 'crates',
      label: label('Thùng'),
      pluralLabel: label('Thùng'),
      reach: 'owned',
      title: 'name',
      // Every kind again, as custom fields.
      fields: Object.entries(box?.fields ?? {})
        .filter(([, { kind }]) => kind !== 'json')
        .map(([key, field]) => ({ ...field, key, section: undefined })),
    } as never);
    await settings.createField(ctx, workspaces, 'toy', {
      key: 'gone',
      ...f.relation(label('x'), { to: 'crate' }),
    });
    await settings.archiveField(ctx, workspaces, 'toy', 'gone');
    await settings.archiveObject(ctx, workspaces, 'crate');
  });

  const run = async (sql: string, undo: string): Promise<{ error: string; told: string[] }> => {
    const { owner } = workspaces.database;
    const in_ = (text: string) => text.replaceAll('{schema}', schema);
    const { log, lines } = recordingLog();
    await owner.query(in_(sql));
    try {
      await checkWorkspaces(workspaces, log);
      return { error: '', told: lines.map(({ message }) => message) };
    } catch (error) {
      return { error: String(error), told: [] };
    } finally {
      await owner.query(in_(undo));
    }
  };

  it('finds nothing wrong with what was made here, archived things included', async () => {
    expect(await run('select 1', 'select 1')).toEqual({ error: '', told: [] });
  });

  it.each([
    [
      'alter table {schema}.box drop column notes',
      'alter table {schema}.box add column notes text',
      'box: column notes is missing',
    ],
    [
      'alter table {schema}.toy alter column pieces type text',
      'alter table {schema}.toy alter column pieces type bigint using pieces::bigint',
      'toy: column pieces is "text" and should be "bigint"',
    ],
    [
      'alter table {schema}.toy alter column version drop not null',
      'alter table {schema}.toy alter column version set not null',
      'toy: column version is "bigint" and should be "bigint not null"',
    ],
    [
      'alter table {schema}.member alter column active drop default',
      'alter table {schema}.member alter column active set default true',
      'member: column active is "boolean not null" and should be "boolean not null default true"',
    ],
    [
      'drop index {schema}.toy_newest',
      'create index toy_newest on {schema}.toy (created_at desc, id desc) where deleted_at is null',
      'toy: index toy_newest is missing',
    ],
    [
      'alter index {schema}.toy_newest rename to a; create index toy_newest on {schema}.toy (created_at)',
      'drop index {schema}.toy_newest; alter index {schema}.a rename to toy_newest',
      'toy: index toy_newest is "btree (created_at)" and should be "btree (created_at desc, id desc)',
    ],
    [
      'alter table {schema}.toy drop constraint toy_box_fkey',
      `alter table {schema}.toy add constraint toy_box_fkey foreign key (box)
       references {schema}.box (id) on delete set null`,
      'toy: foreign key toy_box_fkey is missing (box to box)',
    ],
    [
      'alter table {schema}.search_document detach partition {schema}.search_document_toy',
      `alter table {schema}.search_document attach partition {schema}.search_document_toy for values in ('toy')`,
      'search_document_toy: partition is missing',
    ],
    [
      'alter table {schema}.x_crate rename to away',
      'alter table {schema}.away rename to x_crate',
      'x_crate is missing',
    ],
    [
      'alter table {schema}.toy add column must int not null default 1; alter table {schema}.toy alter must drop default',
      'alter table {schema}.toy drop column must',
      'toy: column must is not ours (integer not null)',
    ],
  ])('refuses to start after: %s', async (sql, undo, words) => {
    const { error } = await run(sql, undo);
    expect(error).toContain(words);
    expect(error).toContain(schema);
    expect(await run('select 1', 'select 1')).toEqual({ error: '', told: [] });
  });

  it('only tells of indexes, tables and columns that somebody else made', async () => {
    const { error, told } = await run(
      `create index theirs on {schema}.toy (pieces); create table {schema}.theirs_too (id int);
       alter table {schema}.toy add column note text`,
      `drop index {schema}.theirs; drop table {schema}.theirs_too;
       alter table {schema}.toy drop column note`,
    );
    expect(error).toBe('');
    expect(told.join('\n')).toMatch(/index theirs is not ours[^]*theirs_too is not ours/);
    expect(told).toHaveLength(3);
  });

  it('keeps what an administrator made when a release declares the same name', async () => {
    const ctx = await workspaces.context(id, systemActor('test'));
    await settings.createField(ctx, workspaces, 'colourCard', {
      key: 'shade',
      ...f.text(label('Sắc')),
    });
    const { owner } = workspaces.database;
    // What the migration of that release would do.
    for (const each of (await owner.query('select schema_name as name from core.workspace')).rows)
      await owner.query(`alter table ${each.name}.colour_card add column shade bigint`);
    const objects = toyObjects.map((object) =>
      object.key === 'colourCard'
        ? { ...object, fields: { ...object.fields, shade: f.number(label('Độ đậm')) } }
        : object,
    );
    const later = createWorkspaces(
      workspaces.database,
      { ...declarations, objects },
      memoryFiles(),
      silentLog,
    );
    const { log, lines } = recordingLog();
    await checkWorkspaces(later, log);
    expect(lines.map(({ message }) => message)).toContain(
      'the field colourCard.shade made here is hidden by the standard one',
    );
    const { model } = await later.open(id);
    expect(model.objects.get('colourCard')?.fields.get('shade')).toMatchObject({
      kind: 'number',
      custom: false,
    });
    for (const each of (await owner.query('select schema_name as name from core.workspace')).rows)
      await owner.query(`alter table ${each.name}.colour_card drop column shade`);
  });

  it('is not misled by a server that adds fields meanwhile', async () => {
    const second = await open(await nameOf(workspaces));
    const booting = createWorkspaces(second, declarations, memoryFiles(), silentLog);
    let isOver = false;
    const adding = (async () => {
      for (let i = 0; i < 25; i += 1)
        await settings.createField(
          await workspaces.context(id, systemActor('test')),
          workspaces,
          'box',
          { key: `meanwhile${i}`, ...f.text(label('x'), { index: true }) },
        );
      isOver = true;
    })();
    let checks = 0;
    for (; !isOver; checks += 1) await checkWorkspaces(booting, silentLog);
    await adding;
    expect(checks).toBeGreaterThan(2);
  });

  it('lists all companies that differ', async () => {
    const other = await company(workspaces);
    const { error } = await run(
      `alter table {schema}.box drop column notes; alter table ${other.schema}.toy drop column name`,
      `alter table {schema}.box add column notes text;
       alter table ${other.schema}.toy add column name text collate "vi-x-icu"`,
    );
    expect(error).toContain(`${schema}.box: column notes`);
    expect(error).toContain(`${other.schema}.toy: column name`);
  });
});

async function nameOf({ database }: Workspaces): Promise<string> {
  const { rows } = await database.owner.query<{ name: string }>(
    'select current_database() as name',
  );
  return rows[0]?.name ?? '';
}
