import { beforeAll, describe, expect, it } from 'vitest';
import { duplicateMerge, duplicateScan } from '#engine/duplicates/jobs.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { serve, type TestClient } from '../testing/serve.ts';

let w: TestWorkspace;
let boss: TestClient;
let clerk: TestClient;
let bossId: string;

beforeAll(async () => {
  w = await testWorkspace();
  const server = await serve(w);
  bossId = await w.addMember(await w.addRole('administrator'));
  boss = server.as(bossId);
  clerk = server.as(await w.addMember(await w.addRole({ '*': rightsOf('own') })));
});

const make = async (client: TestClient, values: object): Promise<string> =>
  (await client('POST', '/api/v1/boxes', values)).json.id;

describe('before a record is made', () => {
  it('tells what it probably is already, and refuses only who asked for it', async () => {
    const values = { name: 'Công ty Bình Minh', phones: ['0901112223'] };
    const id = await make(boss, values);
    const matches = await boss('POST', '/api/v1/boxes/matches', {
      values: { name: 'BINH MINH JSC', phones: ['090'] },
    });
    expect(matches).toMatchObject({
      status: 200,
      json: { items: [{ id, score: 60, reasons: [{ field: 'name', match: 'companyName' }] }] },
    });
    expect(await boss('POST', '/api/v1/boxes/matches', { values: { nope: 1 } })).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'unknownField' }] },
    });
    expect(await boss('POST', '/api/v1/boxes?duplicates=warn', values)).toMatchObject({
      status: 409,
      json: { code: 'conflict', matches: [{ id, score: 100 }] },
    });
    expect((await boss('POST', '/api/v1/boxes?duplicates=maybe', values)).status).toBe(422);
    expect((await clerk('POST', '/api/v1/boxes?duplicates=warn', values)).status).toBe(201);
    expect((await boss('POST', '/api/v1/boxes?duplicates=allow', values)).status).toBe(201);
  });
});

describe('merging', () => {
  it('answers with the survivor, is listed, and is taken back once', async () => {
    const [a, b] = [await make(boss, { name: 'A' }), await make(boss, { name: 'B', pieces: 3 })];
    const merged = await boss('POST', `/api/v1/boxes/${a}/merge`, { ids: [b], version: 1 });
    expect(merged).toMatchObject({ status: 200, json: { id: a, version: 2, pieces: 3 } });
    expect(merged.headers.get('etag')).toBe('"2"');
    const id = merged.headers.get('merge-id');
    expect((await boss('GET', `/api/v1/boxes/${b}`)).status).toBe(404);
    const entry = {
      id,
      object: 'box',
      survivor: { id: a, title: 'A' },
      merged: [{ id: b, title: 'B' }],
      changes: { pieces: [null, 3] },
      sources: { pieces: b },
      undoneAt: null,
    };
    expect(await boss('GET', `/api/v1/merges?record=${b}`)).toMatchObject({
      status: 200,
      json: { items: [entry], nextCursor: null },
    });
    expect(await boss('GET', `/api/v1/merges/${id}`)).toMatchObject({ json: entry });
    expect(await clerk('GET', `/api/v1/merges/${id}`)).toMatchObject({ status: 404 });
    expect((await clerk('GET', '/api/v1/merges')).json.items).toEqual([]);
    expect((await clerk('POST', `/api/v1/merges/${id}/undo`)).status).toBe(404);
    expect(await boss('POST', `/api/v1/merges/${id}/undo`)).toMatchObject({
      status: 200,
      json: { survivor: { id: a, pieces: null }, restored: [{ id: b, pieces: 3 }] },
    });
    expect((await boss('POST', `/api/v1/merges/${id}/undo`)).status).toBe(409);
    expect((await boss('POST', `/api/v1/boxes/${a}/merge`, { ids: [] })).status).toBe(422);
    expect(
      await boss('POST', `/api/v1/boxes/${a}/merge`, { ids: [b] }, { 'if-match': '"1"' }),
    ).toMatchObject({ status: 409, json: { code: 'stale' } });
  });
});

describe('the whole base', () => {
  it('is scanned and merged as jobs that tell how far they are', async () => {
    await Promise.all([1, 2].map(() => make(boss, { name: 'Trọn Vẹn', phones: ['0905556667'] })));
    await Promise.all([1, 2].map(() => make(boss, { name: 'Chỉ Tên' })));
    expect((await clerk('POST', '/api/v1/duplicates/scan', { object: 'box' })).status).toBe(403);
    expect((await boss('POST', '/api/v1/duplicates/scan', { object: 'toy' })).status).toBe(422);
    const started = await boss('POST', '/api/v1/duplicates/scan', { object: 'box' });
    expect(started.status).toBe(202);
    const ctx = await w.as(bossId);
    const payload = { workspaceId: w.id, object: 'box', runId: started.json.runId };
    await duplicateScan.run(ctx, payload, async () => ctx);
    const at = started.headers.get('location') ?? '';
    expect(await boss('GET', at)).toMatchObject({ status: 200, json: { state: 'done' } });
    expect((await clerk('GET', at)).status).toBe(404);

    const listed = await boss('GET', '/api/v1/duplicates?object=box&minScore=60');
    expect(listed.json.items.map((group: { score: number }) => group.score)).toContain(100);
    const only = listed.json.items.find((group: { score: number }) => group.score === 60);
    expect((await boss('POST', `/api/v1/duplicates/${only.id}/dismiss`, {})).status).toBe(204);

    const merging = await boss('POST', '/api/v1/duplicates/merge-all', { object: 'box' });
    expect(merging.status).toBe(202);
    const merge = { ...payload, runId: merging.json.runId, minScore: 100 };
    await duplicateMerge.run(ctx, merge, async () => ctx);
    const done = await boss('GET', merging.headers.get('location') ?? '');
    expect(done.json).toMatchObject({ state: 'done', outcome: { refused: 0, contradictory: 0 } });
    expect(done.json.outcome.merged).toBeGreaterThan(0);
    expect((await boss('GET', '/api/v1/duplicates?object=box')).json.items).toEqual([]);
    const dismissed = await boss('GET', '/api/v1/duplicates?object=box&dismissed=true');
    expect(dismissed.json.items).toHaveLength(1);
  });
});
