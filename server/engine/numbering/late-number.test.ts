import { expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { listHistory } from '../history/list-history.ts';
import { createRecords, list } from '../records/index.ts';
import { search } from '../search/search.ts';
import { testWorkspace } from '../testing/workspace.ts';

const label = { vi: 'Phiếu', en: 'Slip' };
const slip = defineObject({
  key: 'slip',
  path: 'slips',
  label,
  pluralLabel: label,
  title: 'number',
  reach: 'shared',
  search: ['number', 'name'],
  fields: {
    // A quotation mark and an accent: the number goes through JSON and into folded words.
    number: f.autoNumber(label, { pattern: 'ĐH"-{000}/x' }),
    name: f.text(label, { required: true }),
    serial: f.text(label, { unique: true }),
  },
});

it('numbers records without gaps when many are made at once and some fail', async () => {
  const w = await testWorkspace({ objects: [slip], rules: new Map() });
  const ctx = await w.system();
  const made = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) =>
      createRecords(ctx, 'slip', [{ name: `n${i}`, serial: i % 4 === 0 ? 'taken' : `s${i}` }]),
    ),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(31);
  const { items } = await list(ctx, 'slip', { sort: 'number', limit: 200 });
  const expected = Array.from({ length: 31 }, (_, i) => `ĐH"-${String(i + 1).padStart(3, '0')}/x`);
  expect(items.map(({ number }) => number)).toEqual(expected);
});

it('puts the number wherever the texts of the record go', async () => {
  const w = await testWorkspace({ objects: [slip], rules: new Map() });
  const ctx = await w.system();
  const [made] = await createRecords(ctx, 'slip', [{ name: 'một' }]);
  expect(made?.['number']).toBe('ĐH"-001/x');
  expect((await search(ctx, 'dh 001')).items).toEqual([
    expect.objectContaining({ id: made?.id, title: 'ĐH"-001/x' }),
  ]);
  const { items } = await listHistory(ctx, 'slip', String(made?.id));
  expect(items[0]?.changes['number']).toEqual([null, 'ĐH"-001/x']);
});

it('is no late number where the keys of duplicates are made from it', async () => {
  const duplicates = [{ field: 'number', match: 'exact', score: 90 }] as const;
  const w = await testWorkspace({ objects: [{ ...slip, duplicates }], rules: new Map() });
  await createRecords(await w.system(), 'slip', [{ name: 'một' }]);
  const { rows } = await w.database.app.query(`select key from ${w.schema}.match_key`);
  expect(rows).toEqual([{ key: 'đh"-001/x' }]);
});
