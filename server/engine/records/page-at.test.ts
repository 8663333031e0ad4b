import { beforeAll, expect, it } from 'vitest';
import type { Ctx } from '../context.ts';
import { testWorkspace } from '../testing/workspace.ts';
import { createRecords, list, type ListQuery } from './index.ts';

let ctx: Ctx;
beforeAll(async () => {
  const w = await testWorkspace();
  ctx = await w.system();
  await createRecords(
    ctx,
    'box',
    Array.from({ length: 12 }, (_, i) => ({
      name: `Hộp ${i % 5}`,
      // Some have none, some the same.
      pieces: i % 4 === 0 ? null : i % 3,
    })),
  );
});

const page = (query: Partial<ListQuery>) => list(ctx, 'box', { limit: 3, fields: [], ...query });
const ids = ({ items }: Awaited<ReturnType<typeof page>>) => items.map(({ id }) => id);

it.each(['-createdAt', 'name', 'pieces', '-pieces', 'name,-pieces', '-pieces,name'])(
  'begins at any place of a list by %s, and goes on from there',
  async (sort) => {
    const whole = ids(await page({ sort, limit: 50 }));
    expect(whole).toHaveLength(12);
    for (let offset = 0; offset < 12; offset += 1) {
      const there = await page({ sort, offset });
      expect(ids(there), `from ${offset}`).toEqual(whole.slice(offset, offset + 3));
      expect(there.total).toEqual({ value: 12, exact: true });
      if (there.nextCursor === null) continue;
      const next = await page({ sort, cursor: there.nextCursor });
      expect(ids(next), `behind ${offset}`).toEqual(whole.slice(offset + 3, offset + 6));
    }
  },
);

it('has nothing behind the end', async () => {
  for (const offset of [12, 13, 1_000_000])
    expect(await page({ sort: 'pieces', offset })).toEqual({
      items: [],
      nextCursor: null,
      total: { value: 12, exact: true },
    });
});
