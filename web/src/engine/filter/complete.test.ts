import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operator } from '#shared/filter.ts';
import { valueKind } from '#shared/fields/index.ts';
import { parsePartOperand } from '#shared/fields/parts.ts';
import { readModel, type ModelAnswer } from '#web/api/model.ts';
import '../fields/index.ts';
import { adaptValue } from './adapt-value.ts';
import { isWhole, wordOf } from './complete.ts';
import { isPresence, kindOperators, kindWords, takesList } from './kind-operators.ts';
import { findPath, pathsOf, type FieldPath } from './paths.ts';
import { newGroup, newLine, readFilter, writeFilter } from './tree/filter-tree.ts';

const label = { vi: 'Trường', en: 'Field' };
const options = [
  { value: 'a', label },
  { value: 'b', label },
];
const fields = Object.keys(kindOperators)
  .filter((kind) => kind !== 'json')
  .map((kind) => ({ key: kind, kind, label, options, to: 'thing', pattern: 'T-{000}' }));
const model = readModel({
  version: 1,
  objects: [{ key: 'thing', path: 'things', label, pluralLabel: label, title: 'text', fields }],
} as unknown as ModelAnswer);
const thing = model.byKey.get('thing');
if (!thing) throw new Error('no thing');

const id = '01a200b1-09b2-77b7-a2e0-83b8444c891e';
/** What the boxes of each kind give. */
const samples: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  number: fc.integer(),
  duration: fc.nat(1000),
  rating: fc.integer({ min: 1, max: 5 }),
  decimal: fc.constantFrom('1.5', '-2', '0'),
  percent: fc.constantFrom('12.5', '100'),
  money: fc.constantFrom({ amount: '1250000', currency: 'VND' }, '15'),
  boolean: fc.boolean(),
  date: fc.constantFrom('2026-11-20', '2024-02-29'),
  dateTime: fc.constantFrom('2026-11-19T17:00:00.000Z', '2026-11-20T16:59:59.999Z'),
  select: fc.constantFrom('a', 'b'),
  multiSelect: fc.constantFrom('a', 'b'),
  email: fc.constant('trang@cong-ty.vn'),
  emails: fc.constant('trang@cong-ty.vn'),
  phone: fc.constant('0912 345 678'),
  phones: fc.constant('0912 345 678'),
  url: fc.constant('https://cong-ty.vn'),
  links: fc.constant(`thing:${id}`),
};
const references = new Set(['relation', 'relations', 'member', 'members', 'team', 'file', 'files']);
const sampleOf = ({ field, behaves }: FieldPath): fc.Arbitrary<unknown> => {
  if (behaves === undefined && references.has(field.kind)) return fc.constant(id);
  return samples[behaves ?? field.kind] ?? fc.constantFrom('Hà Nội', '01', 'x');
};

const words = {
  me: { me: true },
  myTeam: { myTeam: true },
  myTeams: { myTeams: true },
  relative: { relative: 'last30Days' },
};

/** What a person can have built for a path: an operator of it, and a value of its boxes or a word. */
const built = (path: FieldPath) =>
  fc.constantFrom(...path.operators).chain((op) => {
    const one = sampleOf(path);
    const said = Object.entries(
      path.behaves === undefined ? (kindWords[path.field.kind] ?? {}) : {},
    )
      .filter(([, operators]) => operators.includes(op))
      .map(([word]) => fc.constant<unknown>(words[word as keyof typeof words]));
    const value = isPresence(op)
      ? fc.constant(undefined)
      : op === 'between'
        ? fc.tuple(one, one)
        : takesList(op)
          ? fc.oneof(fc.array(one, { minLength: 1, maxLength: 3 }), ...said)
          : fc.oneof(one, ...said);
    return value.map((each) => ({ op, value: each }));
  });

/** Whether the server takes each operand. */
function isTaken({ field, part, behaves }: FieldPath, op: Operator, value: unknown): boolean {
  if (isPresence(op)) return value === undefined;
  const said = wordOf(value);
  if (said) return valueKind(field).words?.[said.word]?.includes(op) ?? false;
  const all = Array.isArray(value) && (takesList(op) || op === 'between') ? value : [value];
  return all.every((each) =>
    part !== undefined && behaves
      ? parsePartOperand(behaves, each).ok
      : valueKind(field).parseOperand(each, op, field).ok,
  );
}

const paths = pathsOf(thing, model);

describe('what a person builds is whole, taken by the server, and comes back', () => {
  it.each(paths.map((path) => [path.path, path] as const))('%s', (_name, path) => {
    fc.assert(
      fc.property(built(path), ({ op, value }) => {
        expect(isWhole(path, op, value)).toBe(true);
        expect(isTaken(path, op, value)).toBe(true);
        const tree = newGroup('and', [newLine(path.path, op, value)]);
        const filter = writeFilter(tree, (line) => {
          const found = findPath(line.field, thing, model);
          return found !== undefined && isWhole(found, line.op, line.value);
        });
        const [line] = readFilter(JSON.parse(JSON.stringify(filter))).nodes;
        expect(line).toMatchObject({ field: path.path, op });
        if (line?.type === 'line') expect(line.value).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });

  it.each(paths.map((path) => [path.path, path] as const))(
    'another comparison of %s keeps only what fits it',
    (_name, path) => {
      fc.assert(
        fc.property(built(path), fc.constantFrom(...path.operators), ({ value }, op) => {
          const next = adaptValue(path, op, value);
          if (next !== undefined) expect(isTaken(path, op, next)).toBe(true);
        }),
        { numRuns: 40 },
      );
    },
  );
});
