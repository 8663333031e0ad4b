import { expect, it } from 'vitest';
import type { Ctx } from '../context.ts';
import { createRecords, list } from '../records/index.ts';
import { rightsOf, testWorkspace } from '../testing/workspace.ts';
import { search } from './search.ts';

it('finds the record of exactly that title among many that have the word', async () => {
  const w = await testWorkspace();
  const ctx = await w.system();
  const many = Array.from({ length: 600 }, (_, i) => ({ name: `Lan ${i} Anh` }));
  await createRecords(ctx, 'box', many.slice(0, 500));
  await createRecords(ctx, 'box', [...many.slice(500), { name: 'An' }]);
  expect((await search(ctx, 'an')).items[0]?.title).toBe('An');
});

it('asks the database once, whatever the number of objects', async () => {
  const w = await testWorkspace();
  const ctx = await w.system();
  await createRecords(ctx, 'box', [{ name: 'Một' }]);
  await createRecords(ctx, 'colourCard', [{ name: 'Một lần' }]);
  let asked = 0;
  const counted: Ctx = {
    ...ctx,
    db: {
      ...ctx.db,
      query(text, values) {
        asked += 1;
        return ctx.db.query(text, values);
      },
    },
  };
  const { items } = await search(counted, 'mot');
  expect(items.map(({ object }) => object)).toEqual(['box', 'colourCard']);
  expect(asked).toBe(1);
  expect((await search(counted, 'mot', { objects: ['nothing'] })).items).toEqual([]);
});

it('neither shows nor finds by a title that is hidden', async () => {
  const w = await testWorkspace();
  const everyone = await w.system();
  await createRecords(everyone, 'box', [{ name: 'Bí mật', notes: 'chuyện thường' }]);
  await createRecords(everyone, 'colourCard', [{ name: 'Bí ẩn' }]);
  const role = await w.addRole({
    '*': rightsOf('all'),
    box: rightsOf('all', { fields: { name: 'hidden' } }),
  });
  const ctx = await w.as(await w.addMember(role));
  expect((await search(ctx, 'bi')).items.map(({ object }) => object)).toEqual(['colourCard']);
  expect((await search(ctx, 'bi mat')).items).toEqual([]);
  expect((await list(ctx, 'box', { q: 'bi mat' })).items).toEqual([]);
  expect((await list(ctx, 'box', {})).items).toHaveLength(1);
  expect((await search(ctx, 'bi', { objects: ['box'] })).items).toEqual([]);
});

it('finds by one or two letters where a word begins, and by digits anywhere', async () => {
  const w = await testWorkspace();
  const ctx = await w.system();
  await createRecords(ctx, 'box', [{ name: 'Hộp Vận chuyển', notes: 'xem\nQuà tặng' }]);
  for (const q of ['h', 'va', 'VẬ', 'qu', 'va qu', '01', 'an huy ov']) {
    const expected = q === 'an huy ov' ? [] : ['Hộp Vận chuyển'];
    expect(
      (await search(ctx, q)).items.map(({ title }) => title),
      q,
    ).toEqual(expected);
    expect((await list(ctx, 'box', { q })).items, q).toHaveLength(expected.length);
  }
  expect((await search(ctx, 'an')).items).toEqual([]);
  // With a longer word to go by, anywhere again.
  expect((await search(ctx, 'huyen an')).items).toHaveLength(1);
});
