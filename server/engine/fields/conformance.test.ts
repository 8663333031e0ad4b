import { describe, expect, it } from 'vitest';
import type { Field } from '#shared/define.ts';
import type { Operator } from '#shared/filter.ts';
import { examples, type Examples } from '#shared/fields/examples.ts';
import { fieldKinds, valueKind, type FieldKind } from '#shared/fields/index.ts';
import { partOperators } from '#shared/fields/parts.ts';
import { sqlKind } from './index.ts';
import type { SqlTarget } from './kind.ts';
import { comparePart } from './parts.ts';

const env = {
  baseCurrency: 'VND',
  rate: (currency: string) => (currency === 'USD' ? '26000' : undefined),
};

const lists = new Set<Operator>(['in', 'notIn', 'hasAny', 'hasAll']);

/** Writes conditions as records/sql.ts does, and keeps the parameters. */
function target() {
  const params: unknown[] = [];
  const sql: SqlTarget = {
    column: (suffix) => (suffix === '' ? '"t"."f"' : `"t"."f_${suffix}"`),
    param(value, type) {
      params.push(value);
      return `$${params.length}::${type}`;
    },
  };
  return { sql, params };
}

describe.each(fieldKinds)('%s', (name) => {
  const row: Examples<FieldKind> = examples[name];
  const field: Field = row.field;
  const shared = valueKind(field);
  const kind = sqlKind(field);
  const values = [...row.values, ...row.accepts.map(([, value]) => value)].filter(
    (value) => value !== null,
  );

  it('loads from its columns what it stored, through JSON', () => {
    for (const value of values) {
      const cells = kind.store(value, field, env);
      expect(cells).toHaveLength(kind.columns(field).length);
      const stored: unknown[] = JSON.parse(JSON.stringify(cells));
      expect(kind.load(stored, field)).toEqual(value);
      // The main column tells whether there is a value.
      expect(stored[0]).not.toBeNull();
    }
    const empty = kind.columns(field).map(() => null);
    expect(kind.load(empty, field)).toBeNull();
  });

  it('names columns that exist in its sort, measure, parts and indexes', () => {
    const columns = kind.columns(field);
    expect(columns[0]?.suffix).toBe('');
    const suffixes = columns.map(({ suffix }) => suffix);
    const used = [
      ...(kind.sortBy === undefined ? [] : [kind.sortBy].flat()),
      ...(kind.measure === undefined ? [] : [kind.measure]),
      ...(kind.extremes === undefined ? [] : [kind.extremes]),
      ...Object.values(kind.parts ?? {}),
      ...kind.indexes(field).flatMap((index) => index.columns),
    ];
    for (const suffix of used) expect(suffixes).toContain(suffix);
    expect(Object.keys(kind.parts ?? {})).toEqual(Object.keys(shared.parts ?? {}));
  });

  it('has the SQL of its columns, indexes and every operator', () => {
    const lines = kind.columns(field).map(({ suffix, type }) => `column '${suffix}' ${type}`);
    for (const { columns, method, unique } of kind.indexes({ ...field, unique: true })) {
      lines.push(
        `index ${method} (${columns.map((each) => `'${each}'`).join(', ')})${unique ? ' unique' : ''}`,
      );
    }
    const [input] = Array.isArray(row.operand) ? row.operand : [row.operand];
    for (const op of shared.operators) {
      const parsed = shared.parseOperand(input, op, field);
      const one = parsed.ok ? parsed.value : undefined;
      const operand = lists.has(op) || op === 'between' ? [one, one] : one;
      const { sql, params } = target();
      lines.push(`${op}: ${kind.condition(op, operand, sql, field)} ${JSON.stringify(params)}`);
    }
    for (const [part, partKind] of Object.entries(shared.parts ?? {})) {
      for (const op of partOperators(partKind)) {
        const { sql } = target();
        const operand = lists.has(op) || op === 'between' ? ['x', 'y'] : 'x';
        lines.push(
          `${part} ${op}: ${comparePart(partKind, op, operand, sql, kind.parts?.[part] ?? '?')}`,
        );
      }
    }
    expect(lines.join('\n')).toMatchSnapshot();
  });
});

it('reads numbers and instants in the spellings PostgreSQL gives', () => {
  const load = (name: FieldKind, ...cells: unknown[]) =>
    sqlKind(examples[name].field).load(cells, examples[name].field);
  expect(load('decimal', '1250.500')).toBe('1250.5');
  expect(load('decimal', '100')).toBe('100');
  expect(load('percent', '0.0000')).toBe('0');
  expect(() => load('decimal', 1250.5)).toThrow('numeric must be read as text');
  expect(load('money', '1250000.000000', 'VND', null)).toEqual({
    amount: '1250000',
    currency: 'VND',
  });
  expect(load('number', '9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
  const instant = '2026-02-16T17:30:00.120Z';
  for (const cell of [
    new Date(instant),
    '2026-02-16 17:30:00.12+00',
    '2026-02-17T00:30:00.12+07:00',
  ]) {
    expect(load('dateTime', cell)).toBe(instant);
  }
});

it('keeps the amount in the company currency, exactly, and none without a rate', () => {
  const { field } = examples.money;
  const store = (amount: string, currency: string) =>
    sqlKind(field).store({ amount, currency }, field, env);
  expect(store('99999999999999999', 'USD')[2]).toBe('2599999999999999974000');
  expect(store('1.25', 'USD')[2]).toBe('32500');
  expect(store('5', 'VND')[2]).toBe('5');
  expect(store('5', 'EUR')[2]).toBeNull();
});
