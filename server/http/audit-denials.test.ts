import { expect, it } from 'vitest';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { coreOn } from '#server/people/core-tables.ts';
import { auditDenials } from './audit-denials.ts';
import { serve } from './testing/serve.ts';

it('notes who asked for what is out of their reach, and not who asked for what is not there', async () => {
  const w = await testWorkspace();
  const core = coreOn(w.database.app);
  const writing: Promise<void>[] = [];
  const onDenied = auditDenials({ core, afterAnswer: (work) => void writing.push(work()) });
  const server = await serve(w, { onDenied });
  const own = await w.addRole({ '*': rightsOf('own') });
  const [memberId, otherId] = [await w.addMember(own), await w.addMember(own)];
  const [clerk, other] = [server.as(memberId), server.as(otherId)];
  const { id } = (await other('POST', '/api/v1/boxes', { name: 'của người khác' })).json;
  const mine = (await clerk('POST', '/api/v1/boxes', { name: 'của mình' })).json;
  const missing = '0198a5b2-0000-7000-8000-000000000001';
  for (const path of [`boxes/${missing}`, 'boxes/nonsense', `nothing/${id}`])
    expect((await clerk('GET', `/api/v1/${path}`)).status).toBe(404);
  await clerk('DELETE', `/api/v1/boxes/${mine.id}`);
  expect((await clerk('GET', `/api/v1/boxes/${mine.id}`)).status).toBe(404);
  await Promise.all(writing);
  const subjects = async () =>
    (
      await core
        .selectFrom('audit')
        .select(['subject', 'member_id'])
        .where('workspace_id', '=', w.id)
        .where('result', '=', 'denied')
        .orderBy('subject')
        .execute()
    ).map(({ subject, member_id }) => [subject, member_id]);
  expect(await subjects()).toEqual([]);
  expect((await clerk('GET', `/api/v1/boxes/${id}`)).status).toBe(404);
  const update = [{ id: mine.id }, { id, pieces: 1 }];
  expect((await clerk('POST', '/api/v1/boxes/batch', { update })).status).toBe(404);
  await Promise.all(writing);
  expect(await subjects()).toEqual([
    ['GET /api/v1/:objects/:id', memberId],
    ['POST /api/v1/:objects/batch', memberId],
  ]);
});

it('leaves one row for what a person was refused, however often they try', async () => {
  const w = await testWorkspace();
  const core = coreOn(w.database.app);
  const writing: Promise<void>[] = [];
  const onDenied = auditDenials({ core, afterAnswer: (work) => void writing.push(work()) });
  const server = await serve(w, { onDenied });
  const memberId = await w.addMember(await w.addRole({ box: rightsOf('all', { create: false }) }));
  const reader = server.as(memberId);
  for (let tries = 0; tries < 3; tries += 1)
    expect((await reader('POST', '/api/v1/boxes', { name: 'x' })).status).toBe(403);
  const foreign = { origin: 'https://evil.example', cookie: 'a=b' };
  expect((await reader('DELETE', '/api/v1/boxes/1', undefined, foreign)).status).toBe(403);
  expect((await reader('GET', '/api/v1/boxes')).status).toBe(200);
  await Promise.all(writing);
  const rows = await core
    .selectFrom('audit')
    .select(['action', 'result', 'subject', 'member_id', 'address'])
    .where('workspace_id', '=', w.id)
    .orderBy('subject')
    .execute();
  expect(rows).toEqual(
    ['DELETE /api/v1/:objects/:id', 'POST /api/v1/:objects'].map((subject) => ({
      action: 'request',
      result: 'denied',
      subject,
      member_id: memberId,
      address: '127.0.0.1',
    })),
  );
});
