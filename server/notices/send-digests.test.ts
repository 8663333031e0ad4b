import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { notify } from '#engine/notices/notify.ts';
import { endOfQuiet } from '#engine/notices/quiet-hours.ts';
import { createRecords } from '#engine/records/index.ts';
import { qualified } from '#engine/records/sql.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { writeMessage } from '../mail/write-message.ts';
import { dueDay, sendDigests } from './send-digests.ts';
import { takeMails } from './testing/work-off.ts';

const appSecret = randomBytes(32).toString('hex');
const deps = { publicUrl: 'https://crm.test', appSecret };

const show = defineObject({
  key: 'show',
  path: 'shows',
  label: { vi: 'Buổi diễn', en: 'Show' },
  pluralLabel: { vi: 'Buổi diễn', en: 'Shows' },
  title: 'name',
  reach: 'owned',
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    begins: f.dateTime({ vi: 'Bắt đầu', en: 'Begins' }),
    state: f.text({ vi: 'Trạng thái', en: 'State' }, { default: 'planned' }),
    helpers: f.members({ vi: 'Người phụ', en: 'Helpers' }),
  },
  participants: ['helpers'],
  remind: {
    at: 'begins',
    who: ['owner', 'helpers'],
    minutes: [15],
    while: { field: 'state', in: ['planned'] },
  },
});

let w: TestWorkspace;
let [lan, hoa]: [string, string] = ['', ''];
beforeAll(async () => {
  w = await testWorkspace({ objects: [show], rules: new Map() });
  const own = await w.addRole({ '*': rightsOf('own') });
  [lan, hoa] = [await w.addMember(own), await w.addMember(own)];
  const settings = JSON.stringify({ digest: { on: true, at: '07:30' } });
  await w.database.app.query(
    `update ${qualified(w.schema, 'member')} set settings = $1 where id = $2`,
    [settings, hoa],
  );
});

async function at(now: string) {
  await sendDigests({ ...(await w.system()), now: new Date(now) }, deps);
  return takeMails(w, appSecret);
}

describe('the mail of the morning', () => {
  it('tells the plan of the day, what was forgotten and what is unread, once', async () => {
    const make = (name: string, begins: string, more = {}) => ({ name, begins, ...more });
    await createRecords(await w.as(hoa), 'show', [
      make('Chiều', '2026-11-23T15:00:00+07:00'),
      make('Sáng <i>', '2026-11-23T08:00:00+07:00'),
      make('Đã huỷ', '2026-11-23T09:00:00+07:00', { state: 'cancelled' }),
      make('Ngày mai', '2026-11-24T00:00:00+07:00'),
    ]);
    await createRecords(await w.as(lan), 'show', [
      make('Của Lan', '2026-11-23T10:00:00+07:00'),
      make('Cùng làm', '2026-11-23T11:00:00+07:00', { helpers: [hoa] }),
    ]);
    const [mine] = await createRecords(await w.as(hoa), 'show', [{ name: 'Quên rồi' }]);
    const yesterday = { ...(await w.system()), now: new Date('2026-11-22T03:00:00Z') };
    const about = { member: hoa, object: 'show', recordId: String(mine?.id) };
    await notify(yesterday, [{ ...about, kind: 'forgotten', key: 'f' }]);
    await notify({ ...(await w.as(lan)), now: yesterday.now }, [
      { ...about, kind: 'mentioned', key: 'm' },
    ]);

    expect(await at('2026-11-23T00:29:59Z')).toEqual([]);
    const [mail, ...more] = await at('2026-11-23T00:30:00Z');
    expect(more).toEqual([]);
    const texts = (name: string) => mail?.lists?.[name]?.map(({ text }) => text);
    expect(texts('plan')).toEqual(['08:00 Sáng <i>', '11:00 Cùng làm', '15:00 Chiều']);
    expect(texts('forgotten')).toEqual(['Quên rồi: Đã qua giờ mà chưa có kết quả']);
    expect(texts('unread')?.[0]).toMatch(/^Quên rồi: .+ nhắc đến bạn$/);
    expect(await at('2026-11-23T00:31:00Z')).toEqual([]);

    const { subject, text, html } = mail ? writeMessage(mail) : {};
    expect(subject).toBe('Việc hôm nay của bạn, 23/11/2026');
    expect(text).toContain('Hôm nay\n- 08:00 Sáng <i>\n  https://crm.test/shows/');
    expect(html).toContain('<h2>Hôm nay</h2>');
    expect(html).toContain('Sáng &lt;i&gt;');
  });

  it('is sent once by several processes at a time, and not when there is nothing to tell', async () => {
    await createRecords(await w.as(hoa), 'show', [
      { name: 'Mai', begins: '2026-12-01T15:00:00+07:00' },
    ]);
    await w.database.app.query(`update ${qualified(w.schema, 'notice')} set read_at = at`);
    const ctx = { ...(await w.system()), now: new Date('2026-12-01T01:00:00Z') };
    await Promise.all([sendDigests(ctx, deps), sendDigests(ctx, deps), sendDigests(ctx, deps)]);
    expect(await takeMails(w, appSecret)).toHaveLength(1);
    expect(await at('2026-12-02T01:00:00Z')).toEqual([]);
  });
});

describe('times of the day', () => {
  const day = (now: string, zone: string, clock: string) =>
    dueDay(new Date(now), zone, clock)?.toString();

  it('a digest is due from its hour on and not any more in the evening', () => {
    expect(day('2026-11-23T00:29:59Z', 'Asia/Ho_Chi_Minh', '07:30')).toBeUndefined();
    expect(day('2026-11-23T00:30:00Z', 'Asia/Ho_Chi_Minh', '07:30')).toBe('2026-11-23');
    expect(day('2026-11-23T06:30:00Z', 'Asia/Ho_Chi_Minh', '07:30')).toBeUndefined();
  });

  it('on the days when clocks change, too', () => {
    const berlin = 'Europe/Berlin';
    expect(day('2026-03-28T06:30:00Z', berlin, '07:30')).toBe('2026-03-28');
    expect(day('2026-03-29T05:29:59Z', berlin, '07:30')).toBeUndefined();
    expect(day('2026-03-29T05:30:00Z', berlin, '07:30')).toBe('2026-03-29');
    expect(day('2026-10-25T06:29:59Z', berlin, '07:30')).toBeUndefined();
    expect(day('2026-10-25T06:30:00Z', berlin, '07:30')).toBe('2026-10-25');
    // 02:30 does not come in spring, and twice in autumn.
    expect(day('2026-03-29T01:30:00Z', berlin, '02:30')).toBe('2026-03-29');
    expect(day('2026-10-25T00:30:00Z', berlin, '02:30')).toBe('2026-10-25');
  });

  const quiet = (now: string, zone: string, from: string, to: string) =>
    endOfQuiet(new Date(now), zone, { from, to })?.toISOString();

  it('quiet hours go past midnight, and are those of the place', () => {
    const here = 'Asia/Ho_Chi_Minh';
    expect(quiet('2026-11-22T14:00:00Z', here, '21:00', '07:00')).toBe('2026-11-23T00:00:00.000Z');
    expect(quiet('2026-11-22T23:59:59Z', here, '21:00', '07:00')).toBe('2026-11-23T00:00:00.000Z');
    expect(quiet('2026-11-23T00:00:00Z', here, '21:00', '07:00')).toBeUndefined();
    expect(quiet('2026-11-22T05:30:00Z', here, '12:00', '13:00')).toBe('2026-11-22T06:00:00.000Z');
    expect(quiet('2026-11-22T06:00:00Z', here, '12:00', '13:00')).toBeUndefined();
  });

  it('quiet hours are shorter or longer in the nights when clocks change', () => {
    const berlin = 'Europe/Berlin';
    expect(quiet('2026-03-28T21:00:00Z', berlin, '21:00', '07:00')).toBe(
      '2026-03-29T05:00:00.000Z',
    );
    expect(quiet('2026-10-24T20:00:00Z', berlin, '21:00', '07:00')).toBe(
      '2026-10-25T06:00:00.000Z',
    );
    // Until half past two, which comes twice: past the first, the second counts.
    expect(quiet('2026-10-25T00:15:00Z', berlin, '00:00', '02:30')).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(quiet('2026-10-25T01:15:00Z', berlin, '00:00', '02:30')).toBe(
      '2026-10-25T01:30:00.000Z',
    );
  });
});
