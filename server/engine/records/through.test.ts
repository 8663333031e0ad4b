import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import type { Ctx } from '../context.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { exportRecords } from '../transfer/export/export-records.ts';
import { createRecords, list } from './index.ts';

let w: TestWorkspace;
let boss: Ctx;
let clerkId: string;
beforeAll(async () => {
  w = await testWorkspace();
  clerkId = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
  boss = await w.as(await w.addMember(await w.addRole('administrator')));
  const packer = boss.actor.kind === 'member' ? boss.actor.id : null;
  const [outest] = await createRecords(boss, 'box', [{ name: 'Ngoài cùng' }]);
  const [outer] = await createRecords(boss, 'box', [
    { name: 'Ngoài', pieces: 7, colour: 'red', packer, parent: outest?.id, notes: 'kín' },
  ]);
  await createRecords(boss, 'box', [{ name: 'Trong', pieces: 1, parent: outer?.id }]);
  await createRecords(boss, 'box', [{ name: 'Của nhân viên', parent: outer?.id, owner: clerkId }]);
});

const where = (name: string) => ({ field: 'name', op: 'eq', value: name });
const one = async (ctx: Ctx, name: string, fields: string[]) =>
  (await list(ctx, 'box', { where: where(name), fields })).items[0];

it('shows fields of the record that a relation leads to, beside its own', async () => {
  const fields = ['name', 'parent.pieces', 'parent.packer', 'parent.parent', 'pieces', 'parent'];
  const record = await one(boss, 'Trong', fields);
  expect(record).toMatchObject({
    name: 'Trong',
    pieces: 1,
    parent: { title: 'Ngoài' },
    'parent.pieces': 7,
    'parent.packer': { id: boss.actor.kind === 'member' ? boss.actor.id : '' },
    'parent.parent': { title: 'Ngoài cùng' },
  });
  const outest = await one(boss, 'Ngoài cùng', ['parent.pieces', 'parent.parent']);
  expect(outest).toMatchObject({ 'parent.pieces': null, 'parent.parent': null });
});

it('shows nothing of a record that is out of reach', async () => {
  const record = await one(await w.as(clerkId), 'Của nhân viên', ['parent.pieces', 'parent.name']);
  expect(record).toMatchObject({ 'parent.pieces': null, 'parent.name': null });
});

it('knows no hidden field, nor a way through one', async () => {
  const blind = async (hidden: string) =>
    w.as(
      await w.addMember(
        await w.addRole({ '*': rightsOf('all', { fields: { [hidden]: 'hidden' } }) }),
      ),
    );
  const refused = { errors: [{ path: 'fields', code: 'unknownField' }] };
  const noNotes = await blind('notes');
  await expect(list(noNotes, 'box', { fields: ['parent.notes'] })).rejects.toMatchObject(refused);
  await expect(
    exportRecords(noNotes, 'box', { format: 'csv', columns: ['parent.notes'] }),
  ).rejects.toMatchObject({ errors: [{ path: 'columns', code: 'unknownField' }] });
  const noParent = await blind('parent');
  await expect(list(noParent, 'box', { fields: ['parent.name'] })).rejects.toMatchObject(refused);
  for (const path of ['neighbours.name', 'parent.place.wardCode', 'parent.none', 'name.x'])
    await expect(list(boss, 'box', { fields: [path] })).rejects.toMatchObject(refused);
});

it('stands in an exported file, headed by the way there', async () => {
  const { content } = await exportRecords(boss, 'box', {
    format: 'csv',
    where: where('Trong'),
    columns: ['name', 'parent.colour', 'parent.parent'],
  });
  const [heading, line] = (await text(content)).replace('\uFEFF', '').split('\r\n');
  expect(heading).toBe('Tên,Hộp ngoài › Màu,Hộp ngoài › Hộp ngoài');
  expect(line).toBe('Trong,Đỏ,Ngoài cùng');
});
