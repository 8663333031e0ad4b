import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Field } from '../define.ts';
import { operators } from '../filter.ts';
import { examples, type Examples } from './examples.ts';
import { fieldKinds, valueKind, type FieldKind } from './index.ts';
import type { TextStyle } from './kind.ts';

const style = (
  numbers: 'vi' | 'en',
  dates: TextStyle['dates'],
  language: 'vi' | 'en',
  timeZone: string,
): TextStyle => ({ numbers, dates, language, timeZone, currency: 'VND' });

const vi = style('vi', 'dmy', 'vi', 'Asia/Ho_Chi_Minh');
const styles = [
  vi,
  style('vi', 'dmy', 'en', 'Europe/Berlin'),
  style('en', 'mdy', 'en', 'America/New_York'),
  style('en', 'ymd', 'vi', 'UTC'),
];

const codesOf = (parsed: { ok: true } | { ok: false; refusals: readonly { code: string }[] }) =>
  parsed.ok ? [] : parsed.refusals.map(({ code }) => code);

/** Cells that look like numbers, dates, lists, phones and addresses more often than chance has it. */
const cells = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'01234567890 +-.,:;/|\\%@axhđVN') }),
);

/** Canonical values of a kind: those listed, and those its inputs give. */
const valuesOf = (row: Examples<FieldKind>): unknown[] =>
  [...row.values, ...row.accepts.map(([, value]) => value)].filter((value) => value !== null);

describe.each(fieldKinds)('%s', (name) => {
  const row: Examples<FieldKind> = examples[name];
  const field: Field = row.field;
  const kind = valueKind(field);

  it.each(row.accepts)('takes %j as %j', (input, value) => {
    expect(kind.parse(input, field)).toEqual({ ok: true, value });
  });

  it.each(row.refuses.map(([input, code]) => [shorten(input), code, input] as const))(
    'refuses %s: %s',
    (_shown, code, input) => {
      const started = performance.now();
      expect(codesOf(kind.parse(input, field))).toContain(code);
      expect(performance.now() - started).toBeLessThan(200);
    },
  );

  it.each(row.reads)('reads the cell %j as %j', (cell, value) => {
    expect(kind.fromText(cell, field, vi)).toEqual({ ok: true, value });
  });

  it.each(row.misreads)('refuses the cell %j: %s', (cell, code) => {
    expect(codesOf(kind.fromText(cell, field, vi))).toContain(code);
  });

  it('takes its own canonical values unchanged', () => {
    for (const value of valuesOf(row)) {
      expect(kind.parse(structuredClone(value), field)).toEqual({ ok: true, value });
      expect(kind.same?.(value, backwards(value)) ?? true).toBe(true);
      for (const other of valuesOf(row)) {
        const isSame = kind.same?.(value, other) ?? equals(value, other);
        expect(isSame).toBe(equals(value, other));
      }
    }
  });

  it('reads back what it writes into a file', () => {
    for (const each of styles) {
      for (const value of valuesOf(row)) {
        const text = kind.toText(value, field, each);
        const read = kind.fromText(text, field, each);
        // A file holds the words of a rich text; its looks are not in it.
        if (name === 'richText') {
          expect(read.ok && kind.toText(read.value, field, each)).toBe(text);
        } else {
          expect([text, read]).toEqual([text, { ok: true, value }]);
        }
      }
    }
  });

  it('gives search words that are texts', () => {
    for (const value of valuesOf(row)) {
      for (const word of kind.searchWords?.(value, field) ?? []) expect(word).toBeTypeOf('string');
    }
  });

  it('describes its values and its input in JSON Schema', () => {
    const isReference = kind.inputSchema !== undefined && name !== 'fullName' && name !== 'address';
    const answer = z.fromJSONSchema(kind.jsonSchema(field));
    const input = z.fromJSONSchema(kind.inputSchema?.(field) ?? kind.jsonSchema(field));
    for (const value of valuesOf(row)) {
      expect(input.safeParse(value).error).toBeUndefined();
      if (!isReference) expect(answer.safeParse(value).error).toBeUndefined();
    }
  });

  it('takes its operand for each operator, and refuses odd ones without an exception', () => {
    for (const op of kind.operators) {
      const [operand] = Array.isArray(row.operand) ? row.operand : [row.operand];
      expect(kind.parseOperand(operand, op, field).ok).toBe(true);
      expect(kind.parseOperand({ relative: 'today' }, op, field).ok).toBe(false);
    }
  });

  it('takes any JSON and any cell to a value or a refusal, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (input) => {
        const parsed = kind.parse(input, field);
        if (parsed.ok && parsed.value !== null) {
          expect(kind.parse(parsed.value, field)).toEqual(parsed);
        }
        for (const op of operators) kind.parseOperand(input, op, field);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(cells, fc.constantFrom(...styles), (cell, each) => {
        const read = kind.fromText(cell, field, each);
        if (!read.ok || read.value === null) return;
        expect(kind.parse(read.value, field)).toEqual(read);
        if (name === 'richText') return;
        expect(kind.fromText(kind.toText(read.value, field, each), field, each)).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  it('takes the options it knows and refuses others', () => {
    for (const options of row.options) {
      expect(kind.options.safeParse(options).error).toBeUndefined();
      expect(kind.checkOptions?.({ ...field, ...options }) ?? []).toEqual([]);
    }
    const taken = row.badOptions.filter((options) => kind.options.safeParse(options).success);
    expect(taken).toEqual([]);
    expect(() => kind.options.extend({ label: z.string() })).not.toThrow();
  });
});

/** The same value with its members in another order, as jsonb may give it back. */
const backwards = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toReversed())
    : value;

const equals = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

function shorten(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
