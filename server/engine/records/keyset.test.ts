import { expect, it } from 'vitest';
import { sqlKind } from '../fields/index.ts';
import { testWorkspace } from '../testing/workspace.ts';
import { createRecords, list } from './index.ts';

const forged = [
  'x',
  '',
  '\0',
  '9'.repeat(50),
  '1e5',
  '2026-99-99',
  '2026-01-01 25:00:00+00',
  'NaN',
];

it('says of a forged cursor that it is one, whatever the order', async () => {
  const w = await testWorkspace();
  const ctx = await w.system();
  const full = {
    pieces: 1,
    weightKg: '1.5',
    price: { amount: '1', currency: 'VND' },
    discount: '1.5',
    fragile: true,
    madeOn: '2026-01-02',
    seenAt: '2026-01-02T03:04:05.678Z',
    packing: 5,
    colour: 'red',
    stars: 3,
    email: 'a@x.test',
    phone: '0912345678',
    website: 'https://x.test',
  };
  const names = ['a', 'b', 'c'];
  await createRecords(
    ctx,
    'box',
    names.map((name) => ({ ...full, name, serial: name, maker: `Lê ${name}` })),
  );
  const fields = [...(ctx.model.objects.get('box')?.fields.values() ?? [])];
  let refused = 0;
  for (const field of fields.filter((each) => sqlKind(each).sortBy !== undefined)) {
    for (const sort of [field.key, `-${field.key}`, `${field.key},name`]) {
      const { nextCursor, items } = await list(ctx, 'box', { sort, limit: 1 });
      const cursor = String(nextCursor);
      const next = await list(ctx, 'box', { sort, limit: 1, cursor });
      expect(next.items, sort).toHaveLength(1);
      expect(next.items[0]?.id, sort).not.toBe(items[0]?.id);
      const [mark, phase, cells, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      for (const cell of forged) {
        const all = Array.isArray(cells) ? cells.map(() => cell) : [];
        const text = JSON.stringify([mark, phase, all, id]);
        const made = Buffer.from(text).toString('base64url');
        try {
          await list(ctx, 'box', { sort, cursor: made });
        } catch (error) {
          expect(error, `${sort} ${cell}`).toMatchObject({
            errors: [{ path: 'cursor', code: 'badCursor' }],
          });
          refused += 1;
        }
      }
    }
  }
  expect(refused).toBeGreaterThan(200);
});
