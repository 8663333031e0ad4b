import { beforeAll, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords, get, list, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';

let w: TestWorkspace;
let [mai, tuan, lan]: Ctx[] = [];
let note = '';

beforeAll(async () => {
  w = await testWorkspace(declarations);
  const role = await w.addRole({ '*': rightsOf('own'), account: rightsOf('all') });
  const people = [await w.addMember(role), await w.addMember(role), await w.addMember(role)];
  [mai, tuan, lan] = [
    await w.as(people[0] ?? ''),
    await w.as(people[1] ?? ''),
    await w.as(people[2] ?? ''),
  ];
  const [account] = await createRecords(mai, 'account', [{ name: 'An Khang' }]);
  const [made] = await createRecords(mai, 'activity', [
    { kind: 'note', description: '<p>Thích hương gỗ</p>', account: account?.id },
  ]);
  note = String(made?.id);
});

const idOf = (ctx: Ctx | undefined) => (ctx?.actor.kind === 'member' ? ctx.actor.id : '');
async function reply(ctx: Ctx | undefined, text: string): Promise<string> {
  if (!ctx) throw new Error('nobody');
  const [made] = await createRecords(ctx, 'comment', [{ activity: note, text }]);
  return String(made?.id);
}
async function toldOf(id: string): Promise<string[]> {
  const ctx = await w.system();
  const rows = await ctx.tables
    .selectFrom('notice')
    .select(['member_id', 'kind'])
    .where('record_id', '=', id)
    .execute();
  return rows.map(({ member_id, kind }) => `${kind} ${member_id}`).toSorted();
}

it('is told to who is in the talk, once, and not to who wrote it', async () => {
  const first = await reply(tuan, '<p>Để em báo kho <strong>hôm nay</strong>.</p>');
  expect(await toldOf(first)).toEqual([`replied ${idOf(mai)}`]);
  const second = await reply(lan, '<p>Kho đủ hàng</p>');
  expect(await toldOf(second)).toEqual(
    [`replied ${idOf(mai)}`, `replied ${idOf(tuan)}`].toSorted(),
  );
  // Who is mentioned is told of that.
  const named = `<p><span data-mention="member:${idOf(tuan)}">@Tuấn</span> nhé</p>`;
  expect(await toldOf(await reply(mai, named))).toEqual([`replied ${idOf(lan)}`]);
  expect(await get(await w.system(), 'comment', first)).toMatchObject({
    excerpt: 'Để em báo kho hôm nay.',
    owner: { id: idOf(tuan) },
  });
});

it('is seen by whoever sees what it answers, and changed by who wrote it alone', async () => {
  const id = await reply(tuan, '<p>a</p>');
  if (!lan || !tuan) throw new Error('nobody');
  expect(await get(lan, 'comment', id)).toMatchObject({ excerpt: 'a' });
  const text = { text: '<p>b</p>' };
  await expect(updateRecords(lan, 'comment', [{ id, values: text }])).rejects.toMatchObject({
    code: 'forbidden',
  });
  const boss = await w.as(await w.addMember(await w.addRole('administrator')));
  await expect(updateRecords(boss, 'comment', [{ id, values: text }])).rejects.toMatchObject({
    errors: [{ path: 'text', code: 'notWritable' }],
  });
  await updateRecords(tuan, 'comment', [{ id, values: text }]);
  await expect(
    createRecords(lan, 'comment', [{ activity: note, text: 'c', owner: idOf(tuan) }]),
  ).rejects.toMatchObject({ errors: [{ path: 'owner', code: 'notWritable' }] });

  const role = await w.addRole({ '*': rightsOf('own') });
  const stranger = await w.as(await w.addMember(role));
  expect((await list(stranger, 'comment', {})).items).toEqual([]);
});

it('is told also to those whom a role knows nothing of, and to nobody who sees it no more', async () => {
  const activity = rightsOf('own', { fields: { people: 'hidden', owner: 'hidden' } });
  const blind = await w.addMember(
    await w.addRole({ '*': rightsOf('own'), account: rightsOf('all'), activity }),
  );
  const id = await reply(await w.as(blind), '<p>Đã gửi mẫu</p>');
  expect(await toldOf(id)).toContain(`replied ${idOf(mai)}`);
  const gone = await w.addMember(await w.addRole({ '*': rightsOf('all') }));
  await reply(await w.as(gone), '<p>Tôi xem rồi</p>');
  const small = await w.addRole({ '*': rightsOf('own') });
  await w.database.app.query(`update ${w.schema}.member set role_id = $2 where id = $1`, [
    gone,
    small,
  ]);
  w.workspaces.forget(w.id);
  const writer = await w.as(blind);
  expect(await toldOf(await reply(writer, '<p>Xong</p>'))).not.toContain(`replied ${gone}`);
});
