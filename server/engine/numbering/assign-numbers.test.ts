import { expect, it } from 'vitest';
import { f } from '#shared/fields/index.ts';
import { createRecords, updateRecords } from '../records/index.ts';
import { mergeRecords } from '../records/merge.ts';
import { box, colourCard, toy } from '../testing/toys.ts';
import { testWorkspace } from '../testing/workspace.ts';

const yearly = {
  ...box,
  fields: {
    ...box.fields,
    code: f.autoNumber({ vi: 'Mã', en: 'Code' }, { pattern: 'BX{yyyy}-{000}' }),
  },
};

it('gives no number again that a trusted update or a merge brought', async () => {
  const w = await testWorkspace();
  const ctx = await w.system();
  const make = async (values: object) =>
    (await createRecords(ctx, 'box', [values], { trusted: true }))[0];
  const a = await make({ name: 'A' });
  const id = String(a?.id);
  await updateRecords(ctx, 'box', [{ id, values: { code: 'BX-0003' } }], { trusted: true });
  expect((await make({ name: 'B' }))?.['code']).toBe('BX-0004');
  // A counter that lost its place, as after a restored copy, is put right by what a merge chooses.
  const c = await make({ name: 'C', code: 'BX-0050' });
  await ctx.db.query(`update ${w.schema}.counter set value = 49`, []);
  await mergeRecords(ctx, 'box', id, { ids: [String(c?.id)], values: { code: 'BX-0050' } });
  expect((await make({ name: 'D' }))?.['code']).toBe('BX-0051');
});

it('keeps numbers of a year to come for that year', async () => {
  const w = await testWorkspace({ objects: [yearly, toy, colourCard], rules: new Map() });
  const ctx = { ...(await w.system()), now: new Date('2026-11-22T00:00:00Z') };
  await createRecords(ctx, 'box', [{ name: 'A', code: 'BX2027-001' }], { trusted: true });
  const [now] = await createRecords(ctx, 'box', [{ name: 'B' }]);
  expect(now?.['code']).toBe('BX2026-001');
  const later = { ...ctx, now: new Date('2027-02-01T00:00:00Z') };
  expect((await createRecords(later, 'box', [{ name: 'C' }]))[0]?.['code']).toBe('BX2027-002');
});
