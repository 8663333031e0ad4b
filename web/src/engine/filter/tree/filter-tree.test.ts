import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterLimits, operators, type Filter, type Operator } from '#shared/filter.ts';
import {
  newGroup,
  newLine,
  readFilter,
  writeFilter,
  type Group,
  type Node,
} from './filter-tree.ts';
import { addNode, changeNode, linesOf, removeNode } from './change-tree.ts';
import { mergeValue } from './merge-value.ts';

const always = () => true;

/** JSON has no zero below zero. */
const overTheWire = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

const line = fc
  .record({
    field: fc.constantFrom('status', 'owner', 'parent.name', 'billingAddress.provinceCode'),
    op: fc.constantFrom(...operators),
    value: fc.option(overTheWire, { nil: undefined }),
    isNot: fc.boolean(),
  })
  .map(({ field, op, value, isNot }): Node => ({ ...newLine(field, op, value), isNot }));

const { node } = fc.letrec<{ node: Node; group: Node }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, line, tie('group')),
  group: fc
    .record({
      join: fc.constantFrom('and', 'or'),
      isNot: fc.boolean(),
      nodes: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    })
    .map(({ join, isNot, nodes }): Node => ({ ...newGroup(join, nodes), isNot })),
}));
const root = fc.array(node, { maxLength: 4 }).map((nodes) => newGroup('and', nodes));

/** What a tree says, without the numbers that tell its nodes apart on the screen. */
const bare = (each: Node): unknown =>
  each.type === 'line' ? { ...each, id: 0 } : { ...each, id: 0, nodes: each.nodes.map(bare) };

const json = (filter: Filter | undefined): Filter | undefined =>
  filter && (JSON.parse(JSON.stringify(filter)) as Filter);

/** Written as the grammar has it: nothing beside its members, nothing empty. */
function accepted(filter: Filter, depth = 0): boolean {
  if (depth > 2 * filterLimits.depth) return false;
  const names = Object.keys(filter);
  if ('not' in filter) return names.length === 1 && accepted(filter.not, depth + 1);
  const list = 'and' in filter ? filter.and : 'or' in filter ? filter.or : undefined;
  if (list)
    return names.length === 1 && list.length > 0 && list.every((each) => accepted(each, depth + 1));
  return (
    names.every((name) => ['field', 'op', 'value'].includes(name)) &&
    operators.includes((filter as { op: Operator }).op)
  );
}

describe('a tree and its filter', () => {
  it('any tree comes back from its filter as it was, also through an address', () => {
    fc.assert(
      fc.property(root, (tree) => {
        const filter = json(writeFilter(tree, always));
        if (filter) expect(accepted(filter)).toBe(true);
        expect(bare(readFilter(filter))).toEqual(bare(tree));
      }),
    );
  });

  it('any filter means the same after it was read and written', () => {
    fc.assert(
      fc.property(root, (tree) => {
        const once = writeFilter(tree, always);
        expect(writeFilter(readFilter(once), always)).toEqual(once);
      }),
    );
  });

  it('leaves out conditions that say nothing yet, and groups of only such', () => {
    const tree = newGroup('and', [
      newLine('a', 'eq', 1),
      newGroup('or', [newLine('', 'eq')]),
      newLine('b', 'eq'),
    ]);
    const filter = writeFilter(tree, ({ value }) => value !== undefined);
    expect(filter).toEqual({ field: 'a', op: 'eq', value: 1 });
    expect(writeFilter(newGroup('and', [newLine('', 'eq')]), () => false)).toBeUndefined();
  });

  it('takes two negations for none', () => {
    const filter: Filter = { not: { not: { field: 'a', op: 'isEmpty' } } };
    expect(writeFilter(readFilter(filter), always)).toEqual({ field: 'a', op: 'isEmpty' });
  });
});

describe('changing a tree', () => {
  const inner = newLine('b', 'eq', 2);
  const group = newGroup('or', [inner]);
  const tree: Group = newGroup('and', [newLine('a', 'eq', 1), group]);

  it('a group that loses its last condition goes too', () => {
    expect(linesOf(removeNode(tree, inner.id)).map(({ field }) => field)).toEqual(['a']);
    expect(removeNode(tree, inner.id).nodes).toHaveLength(1);
  });

  it('adds and changes inside', () => {
    const added = addNode(tree, group.id, newLine('c', 'eq', 3));
    expect(linesOf(added).map(({ field }) => field)).toEqual(['a', 'b', 'c']);
    const changed = changeNode(tree, inner.id, (node_) => ({ ...node_, isNot: true }));
    expect(linesOf(changed)[1]?.isNot).toBe(true);
  });

  it('a second value of a field joins the first', () => {
    const once = mergeValue(newGroup('and'), 'province', { op: 'in', value: ['01'] });
    const twice = mergeValue(once, 'province', { op: 'in', value: ['31'] });
    expect(writeFilter(twice, always)).toEqual({
      field: 'province',
      op: 'in',
      value: ['01', '31'],
    });
  });
});
