import { expect, it } from 'vitest';
import { get, list } from '#engine/records/index.ts';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { openDirect, openTopic } from '#server/modules/discussion/index.ts';
import { inPreview } from './preview.ts';

it('shows an administrator nothing of what is meant for the member alone', async () => {
  const w = await testWorkspace(declarations);
  const role = await w.addRole({ '*': rightsOf('own') });
  const [member, other] = [await w.addMember(role), await w.addMember(role)];
  const administrator = await w.addMember(await w.addRole('administrator'));
  const channel = await openDirect(await w.as(member), other);
  const post = { body: 'chung' };
  await openTopic(await w.as(member), { topic: { title: 'Của mọi người' }, post });
  const by = { id: administrator, title: 'Sếp' };
  const looking = inPreview(await w.as(administrator), { memberId: member, by, language: 'vi' });
  await expect(get(looking, 'channel', channel.id)).rejects.toMatchObject({ code: 'notFound' });
  expect((await list(looking, 'topic', {})).items).toEqual([]);
  expect((await list(await w.as(member), 'channel', {})).items).toHaveLength(1);
});
