import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../database/database.ts';
import { testDatabase } from '#server/testing/database.ts';
import { toyObjects } from '../testing/toys.ts';
import { buildModel } from '../model/build-model.ts';
import { ddl } from './ddl.ts';
import { describeSpec } from './describe-spec.ts';
import { isAdditive, plan, type Step } from './plan.ts';
import { readCatalog } from './read-catalog.ts';
import type { ColumnSpec, TableIndexSpec, TableSpec } from './spec.ts';
import { workspaceSpec } from './workspace-spec.ts';
import { writeMigration } from './write-migration.ts';

/** Random schemas: tables `t0`…`t3` with some columns, indexes, keys and partitions. */
const columnOf = (name: string): fc.Arbitrary<ColumnSpec> =>
  fc
    .record({
      type: fc.constantFrom('text', 'text collate "vi-x-icu"', 'varchar(40)'),
      notNull: fc.boolean(),
      default: fc.constantFrom(undefined, `'a'`, `'b'`),
    })
    .map(({ default: expression, ...rest }) => ({
      name,
      ...rest,
      type: rest.type.replace('varchar', 'character varying'),
      // A column that must not be empty needs a value for the rows that are there.
      ...((expression !== undefined || rest.notNull) && { default: expression ?? `'c'` }),
    }));

const indexOf = (table: string, column: string): fc.Arbitrary<TableIndexSpec> =>
  fc
    .record({ unique: fc.boolean(), descending: fc.boolean(), partial: fc.boolean() })
    .map(({ unique, descending, partial }) => ({
      name: `${table}_${column}_idx`,
      method: 'btree' as const,
      on: unique ? [column, 'id'] : [descending ? `${column} desc` : column, 'id desc'],
      ...(unique && { unique: true }),
      ...(partial && { where: 'other is not null' }),
    }));

const columnNames = ['a', 'b', 'order'];
const tableOf = (name: string): fc.Arbitrary<TableSpec> =>
  fc
    .record({
      columns: fc.tuple(...columnNames.map((column) => fc.option(columnOf(column)))),
      indexes: fc.tuple(...columnNames.map((column) => fc.option(indexOf(name, column)))),
      pointsTo: fc.option(fc.constantFrom('t0', 't1')),
      alsoTo: fc.option(fc.constantFrom('t0', 't1')),
    })
    .map(({ columns, indexes, pointsTo, alsoTo }) => {
      const present = columns.filter((column) => column !== null);
      return {
        name,
        columns: [
          { name: 'id', type: 'uuid', notNull: true },
          { name: 'other', type: 'uuid', notNull: false },
          ...(alsoTo ? [{ name: 'also', type: 'uuid', notNull: false }] : []),
          ...present,
        ],
        primaryKey: ['id'],
        indexes: indexes.filter(
          (index) =>
            index !== null && present.some((each) => index.name === `${name}_${each.name}_idx`),
        ) as TableIndexSpec[],
        foreignKeys: [
          ...(pointsTo ? [{ name: `${name}_other_fkey`, column: 'other', table: pointsTo }] : []),
          ...(alsoTo ? [{ name: `${name}_also_fkey`, column: 'also', table: alsoTo }] : []),
        ],
      };
    });

/** `t0` and `t1` are always there, so that what points to them can. */
const schemaOf: fc.Arbitrary<TableSpec[]> = fc
  .tuple(tableOf('t0'), tableOf('t1'), fc.option(tableOf('t2')), fc.option(tableOf('t3')))
  .map((tables) => tables.filter((table) => table !== null));

describe('a plan', () => {
  it('from anything to itself is empty, and is additive when nothing went or changed', () => {
    fc.assert(
      fc.property(schemaOf, schemaOf, (a, b) => {
        expect(plan(a, a)).toEqual([]);
        const added = plan([], b);
        expect(added.every(isAdditive)).toBe(true);
        const dropped = plan(b, []);
        expect(dropped.some(isAdditive)).toBe(false);
        const more = b.map((table) => ({ ...table, name: `${table.name}_more` }));
        expect(plan(a, [...a, ...more]).every(isAdditive)).toBe(true);
      }),
    );
  });

  it('never depends on the order in which tables and their parts are written', () => {
    fc.assert(
      fc.property(schemaOf, (a) => {
        const turned = a.toReversed().map((table) => ({
          ...table,
          columns: table.columns.toReversed(),
          indexes: table.indexes.toReversed(),
        }));
        expect(plan(a, turned)).toEqual([]);
      }),
    );
  });
});

describe('a plan on a database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });

  it('makes what was wanted out of what was there', async () => {
    const client = await database.owner.connect();
    const run = async (steps: readonly Step[], schema: string) => {
      for (const step of steps) await client.query(ddl(step, schema));
    };
    try {
      await fc.assert(
        fc.asyncProperty(schemaOf, schemaOf, async (a, b) => {
          const schema = 'w_plan_property';
          await client.query(`drop schema if exists ${schema} cascade; create schema ${schema}`);
          await run(plan([], a), schema);
          await run(plan(a, b), schema);
          const catalog = await readCatalog(database.owner, [schema]);
          expect(catalog.get(schema)).toEqual(describeSpec(b));
        }),
        { numRuns: 60 },
      );
    } finally {
      await client.query('drop schema if exists w_plan_property cascade');
      client.release();
    }
  }, 60_000);
});

describe('the DDL', () => {
  const spec = workspaceSpec(buildModel(toyObjects, { objects: [], fields: [] }, 1));

  it('of one object is what is here', () => {
    const toy = spec.filter(({ name }) => name === 'toy' || name === 'search_document_toy');
    expect(plan([], toy).map((step) => ddl(step, 'w_x'))).toMatchSnapshot();
  });

  it('of each other step is what is here', () => {
    const column = { name: 'a', type: 'text', notNull: false };
    const steps: Step[] = [
      { step: 'addColumn', table: 't', column: { ...column, notNull: true, default: `''` } },
      {
        step: 'addColumn',
        table: 't',
        column: { ...column, type: 'uuid' },
        key: { name: 't_a_fkey', column: 'a', table: 'u' },
      },
      {
        step: 'changeColumn',
        table: 't',
        before: column,
        after: { ...column, type: 'bigint', notNull: true, default: '0' },
      },
      { step: 'dropColumn', table: 't', column: 'a' },
      { step: 'dropIndex', table: 't', index: 't_a' },
      { step: 'dropForeignKey', table: 't', key: 't_a_fkey' },
      { step: 'dropTable', table: 't' },
    ];
    expect(steps.map((step) => ddl(step, 'w_x'))).toMatchSnapshot();
  });

  it.each([
    'a"; drop schema core cascade; --',
    "a'b",
    'A',
    'a b',
    'a.b',
    'á',
    '',
    '1a',
    'a\u0000',
    'a'.repeat(64),
  ])('refuses %j as the name of anything', (name) => {
    const column = { name: 'a', type: 'text', notNull: false };
    const index = { name: 'i', method: 'btree' as const, on: ['a'] };
    const steps: Step[] = [
      { step: 'createTable', table: { name, columns: [column], primaryKey: ['a'], indexes: [] } },
      {
        step: 'createTable',
        table: { name: 't', columns: [{ ...column, name }], primaryKey: ['a'], indexes: [] },
      },
      {
        step: 'createTable',
        table: { name: 't', columns: [column], primaryKey: [name], indexes: [] },
      },
      { step: 'createPartition', table: name, of: 't', value: 'x' },
      { step: 'addColumn', table: 't', column: { ...column, name } },
      { step: 'createIndex', table: 't', index: { ...index, name } },
      { step: 'createIndex', table: 't', index: { ...index, on: [name] } },
      { step: 'addForeignKey', table: 't', key: { name, column: 'a', table: 't' } },
      { step: 'addForeignKey', table: 't', key: { name: 'k', column: name, table: 't' } },
      { step: 'addForeignKey', table: 't', key: { name: 'k', column: 'a', table: name } },
      { step: 'dropTable', table: name },
      { step: 'dropColumn', table: 't', column: name },
    ];
    for (const step of steps)
      expect(() => ddl(step, 'w_x'), step.step).toThrow('not a name for SQL');
    expect(() => ddl({ step: 'dropTable', table: 't' }, name)).toThrow('not a name for SQL');
  });

  it('in a migration warns of what may be lost and of what rows that are there cannot have', () => {
    const column = { name: 'a', type: 'text', notNull: true };
    const steps: Step[] = [
      { step: 'addColumn', table: 't', column },
      { step: 'addColumn', table: 't', column: { ...column, name: 'b', default: `''` } },
      { step: 'dropColumn', table: 't', column: 'c' },
    ];
    expect(writeMigration('0002_x.sql', steps)).toMatchInlineSnapshot(`
      "-- 0002_x.sql: generated by \`npm run schema:plan\`; read it before you commit it.
      -- Runs in every workspace, each in one transaction with its version.

      -- LOOK: needs a default where there are rows already.
      alter table {schema}."t" add column "a" text not null;

      alter table {schema}."t" add column "b" text not null default '';

      -- DESTRUCTIVE: what is here may be lost, or stop the migration.
      alter table {schema}."t" drop column "c";
      "
    `);
  });

  it('keeps the value of a partition inside its quotes', () => {
    const step: Step = {
      step: 'createPartition',
      table: 'p',
      of: 't',
      value: `x'); drop table t; --`,
    };
    expect(ddl(step, 'w_x')).toContain(`for values in ('x''); drop table t; --')`);
  });

  it('declares no standard name that a custom one could take', () => {
    const names = spec.flatMap(({ name, columns }) => [name, ...columns.map((each) => each.name)]);
    expect(names.filter((name) => name.startsWith('x_'))).toEqual([]);
  });
});
