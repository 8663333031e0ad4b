import { expect, it } from 'vitest';
import type { Field } from '#shared/define.ts';
import { fieldKinds, valueKind } from '#shared/fields/index.ts';
import { joined } from './targets.ts';

it('lets those kinds take several columns that the import joins', () => {
  const label = { vi: 'x', en: 'x' };
  // What joins does not read the field.
  const kinds = fieldKinds.filter((kind) => valueKind({ kind, label } as Field).join);
  expect([...joined].toSorted()).toEqual(kinds.toSorted());
});
