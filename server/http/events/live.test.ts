import { expect, it } from 'vitest';
import { watchWorkspaces } from '#engine/watch-workspaces.ts';
import { createChanges } from '#engine/realtime/create-changes.ts';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { alwaysIn } from '../testing/always-in.ts';
import { serve } from '../testing/serve.ts';

it('tells a browser of a change that another person made, when they may see it', async () => {
  const w = await testWorkspace();
  const changes = await createChanges(w.workspaces);
  const server = await serve(w, { live: { changes, presence: alwaysIn } });
  const boss = server.as(await w.addMember(await w.addRole('administrator')));
  const memberId = await w.addMember(await w.addRole({ box: rightsOf('own') }));
  const clerk = server.as(memberId);

  const stream = await fetch(`${server.origin}/api/v1/events`, {
    headers: { authorization: `Bearer ${memberId}` },
  });
  const hidden = (await boss('POST', '/api/v1/boxes', { name: 'của người khác' })).json;
  const own = (await clerk('POST', '/api/v1/boxes', { name: 'của mình' })).json;
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of stream.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.includes(own.id)) break;
  }
  expect(text).toContain('event: change');
  expect(text).not.toContain(hidden.id);
  await changes.close();
});

it('tells a browser that objects or fields were changed, once that is so', async () => {
  const w = await testWorkspace();
  const changes = await createChanges(w.workspaces);
  const unwatch = await watchWorkspaces(w.workspaces);
  const server = await serve(w, { live: { changes, presence: alwaysIn } });
  const boss = server.as(await w.addMember(await w.addRole('administrator')));
  const memberId = await w.addMember(await w.addRole({ box: rightsOf('own') }));
  const stream = await fetch(`${server.origin}/api/v1/events`, {
    headers: { authorization: `Bearer ${memberId}` },
  });
  const label = { vi: 'Kệ', en: 'Shelf' };
  const made = boss('POST', '/api/v1/settings/objects/box/fields', {
    kind: 'text',
    key: 'shelf',
    label,
  });
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of stream.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.includes('event: model')) break;
  }
  expect((await made).status).toBe(201);
  const { objects } = (await server.as(memberId)('GET', '/api/v1/model')).json;
  const box = objects.find(({ key }: { key: string }) => key === 'box');
  expect(box.fields.map(({ key }: { key: string }) => key)).toContain('shelf');
  await unwatch();
  await changes.close();
});
