import { describe, expect, it } from 'vitest';
import {
  dropSection,
  moveKey,
  moveSection,
  placeField,
  stepField,
  stepSection,
  type Sections,
} from './places.ts';

const label = { vi: 'x', en: 'x' };
const made = (...lists: string[]): Sections =>
  lists.map((fields, i) => ({ key: `s${i}`, label, fields: [...fields] }));
const shown = (sections: Sections) =>
  sections.map(({ key, fields }) => `${key}:${fields.join('')}`).join(' ');

describe('fields in sections', () => {
  it('are put at a place, out of where they were', () => {
    expect(shown(placeField(made('abc', 'de'), 'a', 's1', 1))).toBe('s0:bc s1:dae');
    expect(shown(placeField(made('abc', 'de'), 'a', 's0', 2))).toBe('s0:bca s1:de');
    expect(shown(placeField(made('abc', ''), 'b', 's1', Number.POSITIVE_INFINITY))).toBe(
      's0:ac s1:b',
    );
  });

  it('step up and down, over the end of a section into the next, and stop at the last', () => {
    expect(shown(stepField(made('abc'), 'a', 1))).toBe('s0:bac');
    expect(shown(stepField(made('ab', 'c'), 'b', 1))).toBe('s0:a s1:bc');
    expect(shown(stepField(made('ab', 'c'), 'c', -1))).toBe('s0:abc s1:');
    expect(shown(stepField(made('ab'), 'b', 1))).toBe('s0:ab');
    expect(shown(stepField(made('ab'), 'x', 1))).toBe('s0:ab');
  });

  it('stay when their section goes', () => {
    expect(shown(dropSection(made('a', 'b', 'c'), 's1'))).toBe('s0:ab s2:c');
    expect(shown(dropSection(made('a', 'b'), 's0'))).toBe('s1:ab');
    expect(shown(dropSection(made('a'), 's0'))).toBe('s0:a');
  });

  it('go with a section that steps or is dragged', () => {
    expect(shown(moveSection(made('a', 'b', 'c'), 's0', 's2'))).toBe('s1:b s2:c s0:a');
    expect(shown(moveSection(made('a', 'b', 'c'), 's2', 's0'))).toBe('s2:c s0:a s1:b');
    expect(shown(stepSection(made('a', 'b'), 's0', 1))).toBe('s1:b s0:a');
    expect(shown(stepSection(made('a', 'b'), 's0', -1))).toBe('s0:a s1:b');
  });
});

it('moves a key to a place among the others', () => {
  expect(moveKey(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
  expect(moveKey(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
});
