import { createECDH, randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt } from 'http_ece';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeptPersonal } from '#shared/personal.ts';
import type { Ctx } from '#engine/context.ts';
import { markAllRead } from '#engine/notices/mark-read.ts';
import { notify, type NewNotice } from '#engine/notices/notify.ts';
import { addDevice, listDevices } from '#engine/notices/push-devices.ts';
import { createRecords, updateRecords } from '#engine/records/index.ts';
import { qualified } from '#engine/records/sql.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { noticeJobs } from './jobs.ts';
import { isPushAddress } from './push-address.ts';
import { pushKeys } from './push-keys.ts';
import { createPushSender } from './push-sender.ts';
import { takeMails, waitingJobs, workOff } from './testing/work-off.ts';

const appSecret = randomBytes(32).toString('hex');
const publicUrl = 'https://crm.test';
const keys = pushKeys(appSecret);
const { jobs } = noticeJobs({ publicUrl, appSecret, send: createPushSender(keys, publicUrl) });

let w: TestWorkspace;
let [lan, hoa]: [string, string] = ['', ''];
beforeAll(async () => {
  w = await testWorkspace();
  lan = await w.addMember(await w.addRole({ '*': rightsOf('all') }));
  hoa = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
});

async function choose(settings: KeptPersonal): Promise<void> {
  await w.database.app.query(
    `update ${qualified(w.schema, 'member')} set settings = $1 where id = $2`,
    [JSON.stringify(settings), hoa],
  );
}
beforeEach(() => choose({}));

async function makeBox(owner: string): Promise<string> {
  const [box] = await createRecords(await w.as(lan), 'box', [{ name: 'Hộp <b>quà</b>', owner }]);
  return String(box?.id);
}

let count = 0;
async function tell(recordId: string, more: Partial<NewNotice> = {}, at?: string): Promise<void> {
  count += 1;
  const ctx = await w.as(lan);
  const then: Ctx = at === undefined ? ctx : { ...ctx, now: new Date(at) };
  const notice = { kind: 'mentioned', object: 'box', recordId, key: `k${count}` } as const;
  await notify(then, [{ member: hoa, ...notice, ...more }]);
}

describe('a notice by mail', () => {
  it('comes once in the words of who gets it, however often the job runs', async () => {
    const id = await makeBox(hoa);
    await tell(id);
    await workOff(w, jobs, { times: 3 });
    const mails = await takeMails(w, appSecret);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      language: 'vi',
      template: 'notice',
      values: { about: ': Hộp <b>quà</b>', link: `${publicUrl}/boxes/${id}` },
    });
    expect(mails[0]?.values['sentence']).toMatch(/ nhắc đến bạn$/);
  });

  it('does not come when it was read meanwhile, nor of what one does not want mail of', async () => {
    await tell(await makeBox(hoa));
    await markAllRead(await w.as(hoa), {});
    await choose({ notifications: { shared: { email: false } } });
    await tell(await makeBox(hoa), { kind: 'shared' });
    await workOff(w, jobs);
    expect(await takeMails(w, appSecret)).toEqual([]);
  });

  it('comes also to who wants mail and no bell', async () => {
    await choose({ notifications: { mentioned: { app: false } } });
    await tell(await makeBox(hoa));
    await workOff(w, jobs);
    expect(await takeMails(w, appSecret)).toHaveLength(1);
  });

  it('tells no title to who may not see the record by the time it is sent', async () => {
    const id = await makeBox(hoa);
    await tell(id);
    await updateRecords(await w.as(lan), 'box', [{ id, values: { owner: lan } }]);
    await workOff(w, jobs);
    const [mail] = await takeMails(w, appSecret);
    expect(JSON.stringify(mail)).not.toContain('quà');
    expect(mail?.values['link']).toBe(`${publicUrl}/notices`);
  });

  it('waits for the end of quiet hours, where the person is', async () => {
    await choose({ quietHours: { on: true, from: '21:00', to: '07:00' } });
    const waiting = async () =>
      (await waitingJobs(w)).filter(({ name }) => name === 'sendNotices').map(({ runAt }) => runAt);
    await tell(await makeBox(hoa), {}, '2036-06-01T16:00:00Z');
    expect(await waiting()).toEqual([new Date('2036-06-02T00:00:00Z')]);
    await workOff(w, jobs);
    await takeMails(w, appSecret);
    await tell(await makeBox(hoa), {}, '2036-06-01T05:00:00Z');
    const [at] = await waiting();
    expect(at?.getTime()).toBeLessThan(Date.parse('2036-06-01T00:00:00Z'));
    await workOff(w, jobs);
    await takeMails(w, appSecret);
  });
});

describe('a notice on a device', () => {
  const received: { headers: http.IncomingHttpHeaders; body: Buffer; path: string | undefined }[] =
    [];
  let status = 201;
  const service = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts), path: request.url });
      response.writeHead(status).end();
    });
  });
  afterAll(() => service.close());
  const browser = createECDH('prime256v1');
  const p256dh = browser.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');

  let origin: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    // Listening on TCP, so the address is an object.
    origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  });
  beforeEach(async () => {
    received.length = 0;
    status = 201;
    await addDevice(await w.as(hoa), { endpoint: `${origin}/a`, p256dh, auth, name: 'Điện thoại' });
  });

  it('is encrypted for that browser, leads to the record, and comes once for each device', async () => {
    await addDevice(await w.as(hoa), { endpoint: `${origin}/b`, p256dh, auth, name: 'Máy bàn' });
    const id = await makeBox(hoa);
    await tell(id);
    await workOff(w, jobs);
    await takeMails(w, appSecret);
    expect(new Set(received.map(({ path }) => path))).toEqual(new Set(['/a', '/b']));
    const [first] = received;
    const text = decrypt(first?.body ?? Buffer.alloc(0), {
      version: 'aes128gcm',
      privateKey: browser,
      authSecret: auth,
    });
    expect(JSON.parse(text.toString('utf8'))).toMatchObject({
      title: 'Hộp <b>quà</b>',
      path: `/boxes/${id}`,
      body: expect.stringContaining('nhắc đến bạn'),
    });
    expect(first?.headers.authorization).toContain(`k=${keys.publicKey}`);
    expect(first?.body.toString('utf8')).not.toContain('quà');
    expect((await listDevices(await w.as(hoa)))[0]?.usedAt).not.toBeNull();
  });

  it('is tried again when the service is not there, and no more when the browser has left', async () => {
    status = 503;
    await tell(await makeBox(hoa));
    await expect(workOff(w, jobs)).rejects.toThrow('503');
    status = 410;
    await workOff(w, jobs);
    await takeMails(w, appSecret);
    expect(await listDevices(await w.as(hoa))).toEqual([]);
  });

  it('belongs to whoever signed in there last', async () => {
    await addDevice(await w.as(lan), { endpoint: `${origin}/a`, p256dh, auth, name: 'Điện thoại' });
    expect(await listDevices(await w.as(hoa))).toEqual([]);
    expect(await listDevices(await w.as(lan))).toHaveLength(1);
  });
});

describe('keys and addresses of push', () => {
  it('the same secret gives the same keys, another one others', () => {
    expect(pushKeys(appSecret)).toEqual(keys);
    expect(pushKeys('another secret').publicKey).not.toBe(keys.publicKey);
    expect(Buffer.from(keys.publicKey, 'base64url')).toHaveLength(65);
  });

  it('only push services are gone to', () => {
    expect(isPushAddress('https://fcm.googleapis.com/fcm/send/x')).toBe(true);
    expect(isPushAddress('https://web.push.apple.com/x')).toBe(true);
    for (const address of [
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com:8443/x',
      'https://fcm.googleapis.com@10.0.0.1/x',
      'https://evil-fcm.googleapis.com.example/x',
      'https://xfcm.googleapis.com/x',
      'https://127.0.0.1/x',
      'not an address',
    ])
      expect(isPushAddress(address), address).toBe(false);
  });
});
