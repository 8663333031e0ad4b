import { eventually } from '#server/testing/eventually.ts';
import { expectStatus } from '../people.ts';
import { member, textMember } from '../send.ts';
import { importFile } from '../senders/imports.ts';
import { multipart } from '../senders/multipart.ts';
import type { World } from '../world.ts';

/** One of each thing that is sales2's or the company's, by id. */
export interface Foreign {
  file: string;
  upload: string;
  view: string;
  merge: string;
  import: string;
  member: string;
  team: string;
  role: string;
  key: string;
  session: string;
  notice: string;
  device: string;
}

export async function makeForeign(world: World): Promise<Foreign> {
  const { admin, sales2 } = world.people;
  const firstId = async (path: string) =>
    textMember((await world.browse(sales2, 'GET', path)).json, 'items.0.id');
  const view = await world.ask(sales2, 'POST', '/api/v1/views', {
    object: 'account',
    name: 'Riêng tôi',
    audience: 'mine',
    definition: {},
  });
  const imported = await importFile(
    world,
    { name: 'a.csv', type: 'text/csv', bytes: Buffer.from('name\nNgười nhập\n') },
    { columns: { name: { target: 'name' } }, run: true },
  );
  const roles = await world.ask(admin, 'GET', '/api/v1/roles');
  return {
    file: await uploadAs(world, sales2.key),
    upload: await beginUploadAs(world, sales2.key),
    view: textMember(view.json, 'id'),
    merge: await mergeAs(world),
    import: textMember(imported.import, 'id'),
    member: sales2.memberId,
    team: await firstId('/api/v1/teams'),
    role: textMember(roles.json, 'items.0.id'),
    key: await firstId('/api/v1/api-keys'),
    session: await firstId('/api/auth/sessions'),
    notice: await noticeOf(world),
    device: await deviceOf(world),
  };
}

/** What sales2 is told of when an account becomes theirs. */
async function noticeOf(world: World): Promise<string> {
  const { admin, sales2 } = world.people;
  const given = { name: 'Giao cho người khác', owner: sales2.memberId };
  expectStatus(await world.ask(admin, 'POST', '/api/v1/accounts', given), 201);
  return eventually(async () => {
    const { json } = await world.browse(sales2, 'GET', '/api/v1/notices');
    const id = member(member(member(json, 'items'), '0'), 'id');
    return typeof id === 'string' ? id : undefined;
  }, 30_000);
}

async function deviceOf(world: World): Promise<string> {
  const made = await world.ask(world.people.sales2, 'POST', '/api/v1/push', {
    endpoint: 'https://fcm.googleapis.com/fcm/send/của-tôi',
    p256dh: Buffer.alloc(65, 4).toString('base64url'),
    auth: Buffer.alloc(16, 1).toString('base64url'),
    name: 'Máy của tôi',
  });
  expectStatus(made, 201);
  return textMember(made.json, 'id');
}

async function uploadAs(world: World, key: string): Promise<string> {
  const form = multipart([{ field: 'file', name: 'a.txt', bytes: Buffer.from('của tôi') }]);
  const answer = await world.send({
    method: 'POST',
    path: '/api/v1/files',
    headers: { authorization: `Bearer ${key}`, 'content-type': form.type },
    body: form.body,
  });
  expectStatus(answer, 201);
  return textMember(answer.json, 'items.0.id');
}

async function beginUploadAs(world: World, key: string): Promise<string> {
  const answer = await world.send({
    method: 'POST',
    path: '/api/v1/uploads',
    headers: { authorization: `Bearer ${key}`, 'tus-resumable': '1.0.0', 'upload-length': '9' },
  });
  expectStatus(answer, 201);
  return String(answer.headers['location']).split('/').at(-1) ?? '';
}

async function mergeAs(world: World): Promise<string> {
  const { sales2 } = world.people;
  const make = async (name: string) =>
    textMember((await world.ask(sales2, 'POST', '/api/v1/accounts', { name })).json, 'id');
  const [one, two] = [await make('Công ty Một'), await make('Công ty Một')];
  const merged = await world.ask(sales2, 'POST', `/api/v1/accounts/${one}/merge`, { ids: [two] });
  expectStatus(merged, 200);
  const id = merged.headers['merge-id'];
  return typeof id === 'string' ? id : String(member(merged.json, 'mergeId'));
}
