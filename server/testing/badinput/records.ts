import type { Person } from './people.ts';
import { expectStatus } from './people.ts';
import { textMember } from './send.ts';
import type { Base, Company } from './world.ts';

/** Per object: a record of sales1, one of sales2, one in the trash; all known by id. */
export interface Kept {
  mine: string;
  theirs: string;
  trashed: string;
}

/** The least that each object takes; `account` and what `of` gives, by path, are of the same owner. */
const least: Record<string, (account: string, of: (path: string) => string) => object> = {
  accounts: () => ({ name: 'Công ty Cổ phần Mây Tre' }),
  contacts: () => ({ name: 'Nguyễn Văn Đức' }),
  leads: () => ({ name: 'Trần Thị Hà' }),
  needs: (account) => ({ account, name: 'Cước đi Nhật' }),
  'booking-plans': (account) => ({ account, name: 'Hai công một tháng' }),
  activities: (account) => ({ account, kind: 'call', subject: 'Gọi khách' }),
  recurrences: () => ({
    subject: 'Giao ban',
    rule: 'FREQ=WEEKLY',
    timeZone: 'Asia/Ho_Chi_Minh',
    firstAt: '2026-11-23T02:00:00Z',
    minutes: 30,
  }),
  'competitor-uses': (account) => ({ account, supplier: 'Hãng khác' }),
  'yearly-finances': (account) => ({ account, year: 2025 }),
  folders: () => ({ name: 'Hồ sơ' }),
  documents: () => ({ name: 'Giấy phép kinh doanh' }),
  'press-mentions': (account) => ({ account, title: 'Khánh thành nhà máy' }),
  comments: (_account, of) => ({ activity: of('activities'), text: '<p>Đã gửi mẫu</p>' }),
  'stalled-sheets': () => ({ name: 'Phiếu tháng 11' }),
  'stalled-lines': (account, of) => ({ account, sheet: of('stalled-sheets'), name: 'Mây Tre' }),
  handovers: (account) => ({ account, name: 'Bàn giao Mây Tre' }),
  'day-reports': () => ({ name: 'Báo cáo ngày' }),
  topics: (account) => ({
    title: 'Quà Tết',
    audience: 'record',
    about: [{ object: 'account', id: account }],
  }),
  posts: (_account, of) => ({ topic: of('topics'), body: '<p>Trà sen</p>' }),
  polls: (_account, of) => ({ topic: of('topics'), question: 'Tặng gì?', choices: 'Trà\nBánh' }),
  channels: () => ({ name: 'Kho', audience: 'members' }),
  messages: (_account, of) => ({ channel: of('channels'), body: '<p>Đã về</p>' }),
};

export const objectPaths = Object.keys(least);

/** Field of objects whose values the corpus thinks unique; made through the API like any custom field. */
export const uniqueField = 'serial';
export const momentField = 'due';
export const decimalField = 'balance';

export async function makeRecords(
  base: Base,
  { admin, sales1, sales2 }: Company['people'],
): Promise<Map<string, Kept>> {
  for (const field of [
    { key: uniqueField, kind: 'text', unique: true, label: { vi: 'Số sê-ri', en: 'Serial' } },
    { key: momentField, kind: 'dateTime', label: { vi: 'Hạn', en: 'Due' } },
    { key: decimalField, kind: 'decimal', label: { vi: 'Số dư', en: 'Balance' } },
  ])
    expectStatus(
      await base.ask(admin, 'POST', '/api/v1/settings/objects/contact/fields', field),
      201,
    );
  const kept = new Map<string, Kept>();
  for (const path of objectPaths) {
    const accounts = kept.get('accounts');
    const create = async (owner: Person, account = '', more = {}) => {
      const whose = owner === sales2 ? 'theirs' : 'mine';
      const of = (other: string) => kept.get(other)?.[whose] ?? '';
      const values = { ...least[path]?.(account, of), ...more };
      const made = await base.ask(owner, 'POST', `/api/v1/${path}`, values);
      expectStatus(made, 201);
      return textMember(made.json, 'id');
    };
    const trashed = await create(
      sales1,
      accounts?.mine,
      path === 'yearly-finances' ? { year: 2024 } : {},
    );
    expectStatus(await base.ask(sales1, 'DELETE', `/api/v1/${path}/${trashed}`), 204);
    kept.set(path, {
      mine: await create(sales1, accounts?.mine),
      theirs: await create(sales2, accounts?.theirs),
      trashed,
    });
  }
  return kept;
}
