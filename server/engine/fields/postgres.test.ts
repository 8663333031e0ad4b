import { beforeAll, expect, it } from 'vitest';
import type { Field } from '#shared/define.ts';
import { examples, type Examples } from '#shared/fields/examples.ts';
import { fieldKinds, valueKind, type FieldKind } from '#shared/fields/index.ts';
import type { Operator } from '#shared/filter.ts';
import type { Database } from '#server/database/database.ts';
import { testDatabase } from '#server/testing/database.ts';
import { sqlKind } from './index.ts';
import type { SqlTarget } from './kind.ts';

const env = { baseCurrency: 'VND', rate: () => '26000.123456' };
const lists = new Set<Operator>(['in', 'notIn', 'hasAny', 'hasAll']);
const name = (suffix: string) => (suffix === '' ? '"f"' : `"f_${suffix}"`);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

it.each(fieldKinds)('%s is kept, indexed and filtered by PostgreSQL', async (kindName) => {
  const row: Examples<FieldKind> = examples[kindName];
  const field: Field = row.field;
  const shared = valueKind(field);
  const kind = sqlKind(field);
  const columns = kind.columns(field);
  const names = columns.map(({ suffix }) => name(suffix));
  const values = [...row.values, ...row.accepts.map(([, value]) => value)].filter(
    (value) => value !== null,
  );
  const client = await database.app.connect();
  try {
    await client.query('begin');
    const definitions = columns.map(({ suffix, type }) => `${name(suffix)} ${type}`);
    await client.query(`create temp table kept (n int, ${definitions.join(', ')}) on commit drop`);
    for (const { columns: suffixes, method, unique } of kind.indexes(field)) {
      expect(unique ?? false).toBe(kindName === 'autoNumber');
      await client.query(`create index on kept using ${method} (${suffixes.map(name).join(', ')})`);
    }
    for (const [n, value] of values.entries()) {
      const cells = kind.store(value, field, env);
      const record = Object.fromEntries(
        columns.map(({ suffix }, index) => [suffix === '' ? 'f' : `f_${suffix}`, cells[index]]),
      );
      await client.query(
        'insert into kept select * from jsonb_populate_record(null::kept, $1::jsonb)',
        [JSON.stringify({ n, ...record })],
      );
    }
    const { rows } = await client.query<unknown[]>({
      text: `select ${names.join(', ')} from kept order by n`,
      rowMode: 'array',
    });
    expect(rows.map((cells) => kind.load(cells, field))).toEqual(values);
    if (kind.sortBy !== undefined) {
      const by = [kind.sortBy].flat().map(name).join(', ');
      await client.query(`select from kept order by ${by}`);
    }
    if (kind.measure !== undefined) {
      await client.query(`select sum(${name(kind.measure)}), avg(${name(kind.measure)}) from kept`);
    }
    const extremes = kind.measure ?? kind.extremes;
    if (extremes !== undefined) {
      await client.query(`select min(${name(extremes)}), max(${name(extremes)}) from kept`);
    }
    const [input] = Array.isArray(row.operand) ? row.operand : [row.operand];
    for (const op of shared.operators) {
      const parsed = shared.parseOperand(input, op, field);
      const one = parsed.ok ? parsed.value : undefined;
      const params: unknown[] = [];
      const target: SqlTarget = {
        column: name,
        param(value, type) {
          params.push(value);
          return `$${params.length}::${type}`;
        },
      };
      const operand = lists.has(op) || op === 'between' ? [one, one] : one;
      const condition = kind.condition(op, operand, target, field);
      const found = await client.query<{ n: number }>(
        `select n from kept where ${condition} order by n`,
        params,
      );
      const expected = row.finds?.[op];
      if (expected) {
        expect([op, found.rows.map(({ n }) => values[n])]).toEqual([op, expected]);
      }
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});
