import { describe, expect, it } from 'vitest';
import { operators } from '#shared/filter.ts';
import { f, fieldKinds, valueKind } from '#shared/fields/index.ts';
import { partOperators as sharedPartOperators } from '#shared/fields/parts.ts';
import type { Field } from '#shared/define.ts';
import { kindOperators, kindParts, kindWords, partOperators } from './kind-operators.ts';

const label = { vi: 'Trường', en: 'Field' };
const fields: Field[] = fieldKinds.map((kind) => ({ ...f.text(label), kind }) as unknown as Field);
const sorted = (names: readonly string[]) => names.toSorted();

describe('what a filter offers for a kind is what the server takes', () => {
  it.each(fields)('$kind', (field) => {
    const { operators: taken, words = {}, parts = {} } = valueKind(field);
    expect(sorted(kindOperators[field.kind])).toEqual(sorted(taken));
    expect(kindParts[field.kind] ?? {}).toEqual(parts);
    const offered = kindWords[field.kind] ?? {};
    expect(Object.keys(offered).toSorted()).toEqual(Object.keys(words).toSorted());
    for (const [word, with_] of Object.entries(words))
      expect(sorted(offered[word as keyof typeof offered] ?? [])).toEqual(sorted(with_));
  });

  it.each(['text', 'select', 'number', 'decimal'] as const)('a part like %s', (part) => {
    expect(sorted(partOperators[part])).toEqual(sorted(sharedPartOperators(part)));
  });

  it('names no operator the language does not have', () => {
    for (const op of Object.values(kindOperators).flat()) expect(operators).toContain(op);
  });
});
