import { expect, it } from 'vitest';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { coreOn } from '#server/people/core-tables.ts';
import { auditDenials } from './audit-denials.ts';
import { serve } from './testing/serve.ts';

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
