import { expect, it } from 'vitest';
import { fieldKinds, valueKind } from '#shared/fields/index.ts';
import type { Field } from '#shared/define.ts';
import { isNamedKind } from './kinds.words.ts';
import { optionWord } from './options.words.ts';

it('has words for every kind that an administrator can choose, and for each of its options', () => {
  const unnamed = fieldKinds
    // Nobody could fill it in a form.
    .filter((kind) => kind !== 'json')
    .flatMap((kind) => {
      // Only the kind is asked for.
      const { options } = valueKind({ kind } as Field);
      const without = Object.keys(options.shape).filter(
        (name) => optionWord(kind, name) === 'unknownOption',
      );
      return [...(isNamedKind(kind) ? [] : [kind]), ...without.map((name) => `${kind}.${name}`)];
    });
  expect(unnamed).toEqual([]);
});
