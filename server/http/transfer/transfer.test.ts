import { beforeAll, describe, expect, it } from 'vitest';
import { createRecords, list } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { createView } from '#engine/views/views.ts';
import { importJob, runImportNow } from '#engine/transfer/import/index.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { eventually } from '#server/testing/eventually.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let w: TestWorkspace;
let server: TestServer;
let clerkId: string;
let clerk: TestClient;
let other: TestClient;

beforeAll(async () => {
  w = await testWorkspace();
  server = await serve(w);
  const role = await w.addRole({ '*': rightsOf('own') });
  clerkId = await w.addMember(role);
  clerk = server.as(clerkId);
  other = server.as(await w.addMember(role));
});

interface Uploaded {
  status: number;
  location: string | null;
  json: { id: string; state: string; code?: string };
}

async function upload(
  parts: [string, string | Blob][],
  memberId = clerkId,
  headers: Record<string, string> = {},
): Promise<Uploaded> {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, '..\\x/danh sách.csv');
  }
  const answer = await fetch(`${server.origin}/api/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${memberId}`, ...headers },
    body: form,
  });
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    // Read by tests, each of which knows what it asked for.
    json: (await answer.json()) as Uploaded['json'],
  };
}

const file = (text: string | Uint8Array<ArrayBuffer>) => new Blob([text]);
const work = async (id: string) => runImportNow(await w.as(clerkId), id);

describe('an upload', () => {
  it('is checked, shown with its problems, run, and undone', async () => {
    const made = await upload([
      ['object', 'box'],
      ['options', '{"match":["name"]}'],
      ['file', file('Tên,Số lượng\nA,1\nB,x\n')],
    ]);
    expect(made).toMatchObject({
      status: 202,
      json: { state: 'waiting', fileName: 'danh sách.csv' },
    });
    const path = `/api/v1/imports/${made.json.id}`;
    expect(made.location).toBe(path);
    const [job] = await (
      await w.system()
    ).db.query(
      `select payload from graphile_worker._private_jobs where payload ->> 'importId' = $1`,
      [made.json.id],
    );
    expect(job?.[0]).toMatchObject({ memberId: clerkId, workspaceId: w.id });
    await work(made.json.id);
    expect((await clerk('GET', path)).json).toMatchObject({
      state: 'checked',
      counts: { check: { created: 1, rejected: 1 } },
    });
    const problems = await clerk('GET', `${path}/problems?phase=check&limit=1`);
    expect(problems.json.items).toMatchObject([
      { row: 3, column: 'Số lượng', value: 'x', message: 'Không đúng định dạng.' },
    ]);
    const rejected = await clerk('GET', `${path}/rejected.csv?phase=check`);
    expect(rejected.text).toContain('B,x,Số lượng: Không đúng định dạng.');
    expect(rejected.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''B%E1%BB%8B%20t%E1%BB%AB%20ch%E1%BB%91i%20danh%20s%C3%A1ch.csv",
    );
    expect((await clerk('GET', `${path}/problems.csv?phase=check`)).text).toContain(
      '3,Số lượng,x,',
    );
    expect((await clerk('POST', `${path}/run`)).status).toBe(202);
    expect((await clerk('POST', `${path}/run`)).status).toBe(409);
    await work(made.json.id);
    expect((await clerk('GET', path)).json).toMatchObject({
      state: 'done',
      counts: { run: { created: 1 } },
    });
    expect((await clerk('POST', `${path}/undo`)).status).toBe(202);
    await work(made.json.id);
    expect((await clerk('GET', path)).json).toMatchObject({
      state: 'undone',
      counts: { undo: { removed: 1 } },
    });
    expect((await clerk('POST', `${path}/undo`)).status).toBe(409);
    expect((await clerk('GET', '/api/v1/imports')).json.items).toMatchObject([
      { id: made.json.id },
    ]);
  });

  it('shows its rows as they will be kept, counts what is wrong, and finds the rows of each kind', async () => {
    const made = await upload([
      ['object', 'box'],
      ['options', '{"numbers":"vi"}'],
      ['file', file('Tên,Số lượng\nA,"1.000"\n,2\nC,x\nD,y\n')],
    ]);
    await work(made.json.id);
    const path = `/api/v1/imports/${made.json.id}`;
    expect((await clerk('GET', `${path}/problems/summary?phase=check`)).json).toEqual({
      rows: 3,
      items: [
        { code: 'badFormat', column: 'Số lượng', rejects: true, count: 2, rows: 2 },
        { code: 'required', column: 'Tên', rejects: true, count: 1, rows: 1 },
      ],
    });
    const all = await clerk('GET', `${path}/rows?limit=2`);
    expect(all.json).toMatchObject({
      items: [
        {
          row: 2,
          cells: [
            { text: 'A', becomes: null },
            { text: '1.000', becomes: '1000' },
          ],
        },
        { row: 3, problems: [{ code: 'required' }] },
      ],
      nextCursor: '3',
    });
    const rest = await clerk('GET', `${path}/rows?limit=2&cursor=3`);
    expect(rest.json).toMatchObject({ items: [{ row: 4 }, { row: 5 }], nextCursor: null });
    const wrong = await clerk(
      'GET',
      `${path}/rows?code=badFormat&column=${encodeURIComponent('Số lượng')}&limit=1`,
    );
    expect(wrong.json).toMatchObject({ items: [{ row: 4 }], nextCursor: '4' });
    expect((await clerk('GET', `${path}/rows?code=badFormat&column=`)).json.items).toEqual([]);
    expect(
      (await clerk('GET', `${path}/problems?phase=check&code=required`)).json.items,
    ).toMatchObject([{ row: 3 }]);
    expect((await other('GET', `${path}/rows`)).status).toBe(404);
    expect((await other('GET', `${path}/problems/summary?phase=check`)).status).toBe(404);
  });

  it('is worked off by the queue, as the member who sent it', async () => {
    const id = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
    const form: [string, string | Blob][] = [
      ['object', 'box'],
      ['options', '{"run":true}'],
      ['file', file('Tên\nTừ hàng đợi\n')],
    ];
    const made = await upload(form, id);
    const jobs = await runJobs(w.workspaces, { jobs: [importJob], timed: [] }, silentLog);
    try {
      const done = await eventually(async () => {
        const { json } = await server.as(id)('GET', `/api/v1/imports/${made.json.id}`);
        return json.state === 'done' && json;
      });
      expect(done).toMatchObject({ counts: { run: { created: 1 } }, createdBy: { id } });
    } finally {
      await jobs.stop();
    }
    const where = { field: 'name', op: 'eq', value: 'Từ hàng đợi' };
    const { items } = await list(await w.system(), 'box', { where });
    expect(items).toMatchObject([{ owner: { id } }]);
  });

  it('does not exist for anyone else', async () => {
    const made = await upload([
      ['object', 'box'],
      ['file', file('Tên\nA\n')],
    ]);
    const path = `/api/v1/imports/${made.json.id}`;
    const missing = await other('GET', '/api/v1/imports/0198a5b2-0000-7000-8000-000000000001');
    expect(missing.status).toBe(404);
    for (const [method, rest] of [
      ['GET', ''],
      ['GET', '/problems?phase=check'],
      ['GET', '/problems.csv?phase=check'],
      ['GET', '/rejected.csv?phase=check'],
      ['POST', '/run'],
      ['POST', '/cancel'],
      ['POST', '/undo'],
    ] as const) {
      const answer = await other(method, `${path}${rest}`);
      expect([answer.status, answer.text]).toEqual([404, missing.text]);
    }
    expect((await other('GET', '/api/v1/imports')).json.items).toEqual([]);
    expect((await clerk('POST', `${path}/cancel`)).json).toMatchObject({ state: 'cancelled' });
  });

  it('has options made of texts that are none, by administrators, for one column or all', async () => {
    const adminId = await w.addMember(await w.addRole('administrator'));
    const admin = server.as(adminId);
    for (const [key, label] of [
      ['shape', 'Dáng'],
      ['mood', 'Vẻ'],
    ])
      expect(
        (
          await admin('POST', '/api/v1/settings/objects/box/fields', {
            kind: 'select',
            key,
            label: { vi: label, en: key },
            options: [{ value: 'big', label: { vi: 'To', en: 'Big' } }],
            open: true,
          })
        ).status,
      ).toBe(201);
    const send = (memberId: string) =>
      upload(
        [
          ['object', 'box'],
          ['file', file('Tên,Dáng,Vẻ\nA,Tròn,Vui\nB,To,Buồn\n')],
        ],
        memberId,
      );
    const checked = async (memberId: string) => {
      const { json } = await send(memberId);
      await runImportNow(await w.as(memberId), json.id);
      return `/api/v1/imports/${json.id}`;
    };
    const theirs = await checked(clerkId);
    expect((await clerk('POST', `${theirs}/add-options`)).status).toBe(403);

    const path = await checked(adminId);
    const optionsOf = async (key: string): Promise<string[]> => {
      const { json } = await admin('GET', '/api/v1/model');
      const box = json.objects.find((each: { key: string }) => each.key === 'box');
      const field = box.fields.find((each: { key: string }) => each.key === key);
      return field.options.map(({ value }: { value: string }) => value);
    };
    const one = await admin('POST', `${path}/add-options?column=${encodeURIComponent('Dáng')}`);
    expect(one).toMatchObject({ status: 202, json: { state: 'waiting' } });
    expect(await optionsOf('shape')).toEqual(['big', 'tron']);
    expect(await optionsOf('mood')).toEqual(['big']);
    // It is being checked again: nothing is known to be missing yet.
    expect((await admin('POST', `${path}/add-options`)).status).toBe(409);
    await runImportNow(await w.as(adminId), path.slice(path.lastIndexOf('/') + 1));
    expect((await admin('POST', `${path}/add-options`)).status).toBe(202);
    expect(await optionsOf('mood')).toEqual(['big', 'vui', 'buon']);
  });

  it('is taken once for a request that is repeated with its key', async () => {
    const key = { 'idempotency-key': 'import-1' };
    const parts = (options: string, text: string): [string, string | Blob][] => [
      ['object', 'box'],
      ['options', options],
      ['file', file(text)],
    ];
    const first = await upload(parts('{"match":["name"]}', 'Tên\nMột\n'), clerkId, key);
    const stored = async () => (await Array.fromAsync(w.workspaces.files.list())).length;
    const before = await stored();
    const again = await upload(parts('{"match":["name"]}', 'Tên\nMột\n'), clerkId, key);
    expect(again).toEqual(first);
    for (const [options, text] of [
      ['{"match":["name"]}', 'Tên\nHai\n'],
      ['{}', 'Tên\nMột\n'],
    ] as const)
      expect(await upload(parts(options, text), clerkId, key)).toMatchObject({
        status: 422,
        json: { code: 'idempotencyMismatch' },
      });
    // Nothing stays of what was refused or sent again.
    expect(await stored()).toBe(before);
    const { json } = await clerk('GET', '/api/v1/imports?limit=200');
    expect(json.items.filter(({ id }: { id: string }) => id === first.json.id)).toHaveLength(1);
    const rows = await (
      await w.system()
    ).db.query(`select 1 from graphile_worker._private_jobs where payload ->> 'importId' = $1`, [
      first.json.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is refused with a reason when it is not what it should be', async () => {
    const box: [string, string] = ['object', 'box'];
    expect((await upload([box])).status).toBe(400);
    expect((await upload([['file', file('a')], box])).status).toBe(400);
    expect(
      (
        await upload([
          ['object', 'nothing'],
          ['file', file('Tên\nA\n')],
        ])
      ).status,
    ).toBe(404);
    expect(
      (await upload([box, ['options', '{"colour":1}'], ['file', file('Tên\nA\n')]])).status,
    ).toBe(422);
    expect((await upload([box, ['options', '{'], ['file', file('Tên\nA\n')]])).status).toBe(400);
    expect((await clerk('POST', '/api/v1/imports', {})).status).toBe(415);
    const large = await upload([box, ['file', file(new Uint8Array(51 * 1_048_576))]]);
    expect(large.status).toBe(413);
    const picture = await upload([
      box,
      ['file', file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))],
    ]);
    await work(picture.json.id);
    expect((await clerk('GET', `/api/v1/imports/${picture.json.id}`)).json).toMatchObject({
      state: 'failed',
      failure: { params: { reason: 'image' }, message: 'Đây là hình ảnh, không phải bảng tính.' },
    });
  });
});

describe('an export', () => {
  it('streams what the actor may see, in the columns asked for, and is recorded', async () => {
    await createRecords(await w.as(clerkId), 'box', [
      { name: '=1+1', pieces: 2 },
      { name: 'Hộp', pieces: 1 },
    ]);
    const query = 'format=csv&columns=name,pieces&sort=pieces';
    const answer = await clerk('GET', `/api/v1/boxes/export?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename=boxes-\d{4}-\d\d-\d\d\.csv$/,
    );
    expect(answer.text.replace('\uFEFF', '')).toBe("Tên,Số lượng\r\nHộp,1\r\n'=1+1,2\r\n");
    expect(
      (await other('GET', `/api/v1/boxes/export?${query}&keys=true`)).text.replace('\uFEFF', ''),
    ).toBe('name,pieces\r\n');
    const where = encodeURIComponent('{"field":"pieces","op":"eq","value":2}');
    expect((await clerk('GET', `/api/v1/boxes/export?${query}&where=${where}`)).text).not.toContain(
      'Hộp',
    );
    const { db } = await w.system();
    const audit = await eventually(async () => {
      const rows = await db.query(
        `select subject from core.audit where member_id = $1 and action = 'export' order by id`,
        [clerkId],
      );
      return rows.length === 2 && rows;
    });
    expect(audit).toEqual([['box csv 2'], ['box csv 1']]);
  });

  it('is of a thousand records that were chosen one by one', async () => {
    const memberId = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
    const names = Array.from({ length: 1001 }, (_, i) => ({ name: `Hộp ${i}` }));
    const made = await createRecords(await w.as(memberId), 'box', names);
    const chosen = made.slice(1).map(({ id }) => id);
    const answer = await server.as(memberId)('POST', '/api/v1/boxes/export', {
      format: 'csv',
      columns: ['name'],
      keys: true,
      where: { field: 'id', op: 'in', value: chosen },
    });
    expect(answer.status).toBe(200);
    const lines = answer.text.trimEnd().split('\r\n').slice(1);
    expect(new Set(lines)).toEqual(new Set(names.slice(1).map(({ name }) => name)));
  });

  it('is refused without the right, for fields that are hidden, and the eleventh time in an hour', async () => {
    const role = await w.addRole({
      box: rightsOf('all', { fields: { notes: 'hidden' } }),
      toy: rightsOf('all', { export: false }),
    });
    const member = server.as(await w.addMember(role));
    expect((await member('GET', '/api/v1/toys/export?format=csv')).status).toBe(403);
    expect((await member('GET', '/api/v1/boxes/export?format=csv&columns=notes')).status).toBe(422);
    const whole = await member('GET', '/api/v1/boxes/export?format=csv&keys=true');
    expect(whole.text).toContain('serial');
    expect(whole.text).not.toContain('notes');
    const more = await Promise.all(
      Array.from({ length: 8 }, () =>
        member('GET', '/api/v1/boxes/export?format=csv&sort=pieces,x'),
      ),
    );
    expect(more.filter(({ status }) => status === 429)).toHaveLength(1);
    const late = await member('GET', '/api/v1/boxes/export?format=xlsx');
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(3000);
  });

  it('takes filter, order and columns of a view', async () => {
    const id = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
    const member = server.as(id);
    await createRecords(await w.as(id), 'box', [
      { name: 'Một', pieces: 1 },
      { name: 'Hai', pieces: 2 },
      { name: 'Ba', pieces: 3 },
    ]);
    const where = { field: 'pieces', op: 'gte', value: 2 };
    const view = await createView(await w.as(id), 'box', {
      name: 'Nhiều',
      audience: 'mine',
      definition: { where, sort: '-pieces', columns: ['pieces', 'name'], display: 'table' },
    });
    const url = `/api/v1/boxes/export?format=csv&view=`;
    const { text } = await member('GET', `${url}${view.id}`);
    expect(text.replace('\uFEFF', '')).toBe('Số lượng,Tên\r\n3,Ba\r\n2,Hai\r\n');
    expect((await member('GET', `${url}none`)).status).toBe(422);
    expect((await other('GET', `${url}${view.id}`)).status).toBe(404);
  });

  it('leaves connections to everybody else when many ask at once', async () => {
    const members = await Promise.all(
      Array.from({ length: 5 }, async () => w.addMember(await w.addRole({ '*': rightsOf('all') }))),
    );
    const answers = await Promise.all(
      members.map((id) => server.as(id)('GET', '/api/v1/boxes/export?format=csv&columns=name')),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(
      refused.every(({ status, headers }) => status === 503 && headers.has('retry-after')),
    ).toBe(true);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(3);
  });

  it('frees its connection when the reader goes away', async () => {
    const ctx = await w.as(clerkId);
    const rows = Array.from({ length: 500 }, (_, i) => ({
      name: `Nhiều ${i}`,
      notes: 'x'.repeat(5000),
    }));
    for (let i = 0; i < 4; i++) await createRecords(ctx, 'box', rows);
    const stop = new AbortController();
    const answer = await fetch(`${server.origin}/api/v1/boxes/export?format=csv`, {
      headers: { authorization: `Bearer ${clerkId}` },
      signal: stop.signal,
    });
    const reader = answer.body?.getReader();
    await reader?.read();
    stop.abort();
    const { app } = w.database;
    expect(await eventually(async () => app.idleCount === app.totalCount)).toBe(true);
    expect((await list(ctx, 'box', { limit: 1 })).items).toHaveLength(1);
  });
});
