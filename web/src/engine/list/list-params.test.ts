import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChanged, readState, writeState, type ListState } from './list-params.ts';

const texts = fc.option(fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/), { nil: undefined });
const filters = fc.option(
  fc.record({
    field: fc.constantFrom('name', 'stage'),
    op: fc.constant('eq' as const),
    value: fc.string(),
  }),
  { nil: undefined },
);
const charts = fc.option(
  fc.constant({
    kind: 'bar' as const,
    groupBy: [{ field: 'stage' }],
    measure: { fn: 'count' as const },
  }),
  { nil: undefined },
);
const columns = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), {
  nil: undefined,
});
const widths = fc.option(
  fc.dictionary(fc.constantFrom('a', 'b', 'account.region'), fc.integer({ min: 64, max: 800 }), {
    minKeys: 1,
    noNullPrototype: true,
  }),
  { nil: undefined },
);
const states = fc.record({
  view: fc.constant('mine'),
  where: filters,
  q: texts,
  sort: texts,
  columns,
  widths,
  // Once somebody said which columns are pinned, it stays said: none is an answer too.
  pinned: fc.uniqueArray(fc.constantFrom('a', 'b', 'account.region')),
  group: texts,
  mode: fc.constantFrom('table' as const, 'board' as const, 'chart' as const),
  by: texts,
  sum: texts,
  chart: charts,
  cursor: fc.constant(undefined),
}) satisfies fc.Arbitrary<ListState>;

describe('the state of a list in the address bar', () => {
  it('comes back as it was written, over any view', () => {
    fc.assert(
      fc.property(states, states, (state, { view: _view, cursor: _cursor, ...base }) => {
        expect(readState(writeState(state, base), 'mine', base)).toEqual(state);
      }),
    );
  });

  it('says nothing of what the view says already', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { view: _view, cursor: _cursor, ...base } = state;
        expect(Object.values(writeState(state, base)).filter(Boolean)).toEqual([]);
        expect(isChanged(state, base)).toBe(false);
      }),
    );
  });

  it('says of pinned columns nothing, some, or none', () => {
    const base = { pinned: ['a'] };
    const read = (search: Record<string, string>) => readState(search, 'mine', base).pinned;
    expect(read({})).toEqual(['a']);
    expect(read({ pinned: 'b,account.region' })).toEqual(['b', 'account.region']);
    expect(read({ pinned: '-' })).toEqual([]);
    expect(readState({}, null, {}).pinned).toBeUndefined();
  });

  it('leaves out widths that are none', () => {
    const { widths: read } = readState({ widths: 'a:120,b:wide,c:9,<i>:100' }, null, {});
    expect(read).toEqual({ a: 120 });
  });

  it('leaves out a filter that somebody broke by hand', () => {
    expect(readState({ where: '{"field":' }, null, {}).where).toBeUndefined();
    expect(readState({ where: '7' }, null, {}).where).toBeUndefined();
  });

  it('takes away what the view says when a person took it away', () => {
    const base = { where: { field: 'stage', op: 'eq', value: 'new' } } as const;
    const state = { ...readState({}, 'mine', base), where: undefined };
    const search = writeState(state, base);
    expect(readState(search, 'mine', base).where).toBeUndefined();
    expect(isChanged(state, base)).toBe(true);
  });

  it('counts a moved cursor as no change', () => {
    const state = { ...readState({}, null, {}), cursor: 'x' };
    expect(isChanged(state, {})).toBe(false);
  });
});
