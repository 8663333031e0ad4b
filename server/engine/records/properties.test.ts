import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { operators } from '#shared/filter.ts';
import { examples } from '#shared/fields/examples.ts';
import { box } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { aggregate, createRecords, list, updateRecords } from './index.ts';

const fields = [
  ...Object.keys(box.fields),
  'owner',
  'team',
  'createdAt',
  'id',
  'parent.name',
  'place.provinceCode',
];
const operands = Object.values(examples).flatMap(({ operand, values }) => [
  operand,
  ...values.slice(0, 2),
]);

const condition = fc.record(
  {
    field: fc.constantFrom(...fields),
    op: fc.constantFrom(...operators),
    value: fc.oneof(
      fc.constantFrom<unknown>(...operands),
      fc.array(fc.constantFrom<unknown>(...operands), { maxLength: 3 }),
      fc.constantFrom({ me: true }, { myTeam: true }, { relative: 'last30Days' }),
    ),
  },
  { requiredKeys: ['field', 'op'] },
);
const { filter } = fc.letrec((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    condition,
    fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
}));

/** An expected refusal is an answer; anything else thrown is a defect. */
async function answered<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return undefined;
    throw error;
  }
}

describe('whatever is asked', () => {
  let w: TestWorkspace;
  const members: string[] = [];
  const visible = new Map<string, Set<string>>();
  beforeAll(async () => {
    w = await testWorkspace();
    const [north, south] = [await w.addTeam('North'), await w.addTeam('South')];
    for (const scope of ['own', 'team', 'below', 'all'] as const) {
      const role = await w.addRole({ '*': rightsOf(scope) });
      members.push(await w.addMember(role, [scope === 'all' ? south : north]));
    }
    for (const [i, member] of members.entries()) {
      const [mother] = await createRecords(await w.as(member), 'box', [
        { name: `Hộp ${i}`, pieces: i },
      ]);
      await createRecords(await w.as(member), 'box', [
        { name: 'Con', parent: mother?.id, colour: 'red' },
      ]);
    }
    for (const member of members) {
      const { items } = await list(await w.as(member), 'box', { limit: 200 });
      visible.set(member, new Set(items.map(({ id }) => id)));
    }
  });

  it('no filter ever shows or counts a record that is out of reach', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(filter, fc.nat({ max: members.length - 1 }), async (where, nth) => {
        const member = members[nth] ?? '';
        const ctx = await w.as(member);
        const seen = visible.get(member) ?? new Set();
        const result = await answered(() => list(ctx, 'box', { where, limit: 200 }));
        if (!result) return;
        asked += 1;
        for (const { id } of result.items) expect(seen.has(id)).toBe(true);
        expect(result.total.value).toBe(result.items.length);
        const counted = await aggregate(ctx, 'box', { where, measures: [{ fn: 'count' }] });
        expect(counted.groups[0]?.values[0]).toBe(result.items.length);
      }),
      { numRuns: 400 },
    );
    // Most random filters are refused; enough must have run to mean something.
    expect(asked).toBeGreaterThan(60);
  });

  it('any JSON in any field is taken or refused with a reason', async () => {
    const ctx = await w.system();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(box.fields)),
        fc.oneof(
          fc.jsonValue(),
          fc.constantFrom<unknown>(...operands),
          fc.string({ unit: 'binary' }),
        ),
        async (field, value) => {
          const made = await answered(() =>
            createRecords(ctx, 'box', [{ name: 'x', [field]: value }]),
          );
          const id = made?.[0]?.id;
          if (id)
            await answered(() => updateRecords(ctx, 'box', [{ id, values: { [field]: value } }]));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('any text in any parameter of a list is taken or refused with a reason', async () => {
    const ctx = await w.as(members[0] ?? '');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("';drop table x--", '-name', 'a.b.c', '%', '_\\'),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (sort, q, cursor) => {
        await answered(() => list(ctx, 'box', { sort }));
        await answered(() => list(ctx, 'box', { q }));
        await answered(() => list(ctx, 'box', { cursor }));
        await answered(() => list(ctx, 'box', { fields: [sort] }));
        await answered(() =>
          aggregate(ctx, 'box', {
            groupBy: [{ field: sort }],
            measures: [{ fn: 'sum', field: q }],
          }),
        );
      }),
      { numRuns: 150 },
    );
  });
});
