import { describe, expect, it } from 'vitest';
import type { Notice } from '../notices.ts';
import { noticeTitle, sayNotice, type NoticeSpeaker } from './say-notice.ts';

const labels: Record<string, string> = {
  name: 'Tên',
  phone: 'Điện thoại',
  vat: 'VAT',
  city: 'Tỉnh',
};
const vi: NoticeSpeaker = {
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  objectsOf: (object) => (object === 'box' ? 'Hộp' : undefined),
  fieldOf: (_object, field) => labels[field],
  teamOf: () => 'Kinh doanh',
};
const notice = (more: Partial<Notice>): Notice => ({
  id: '1',
  kind: 'followed',
  at: '2026-11-22T02:00:00Z',
  read: false,
  actor: { id: 'a', title: 'Lan' },
  record: { object: 'box', id: 'b', title: 'Hộp quà', removed: false, within: null },
  params: {},
  ...more,
});
const say = (more: Partial<Notice>) => sayNotice(notice(more), vi);

describe('a notice says', () => {
  it('what changed, the first fields by name', () => {
    expect(say({ params: { fields: ['name'] } })).toBe('Lan đã sửa tên');
    expect(say({ params: { fields: ['name', 'vat', 'city'] } })).toBe(
      'Lan đã sửa tên, VAT và tỉnh',
    );
    expect(say({ params: { fields: ['name', 'vat', 'city', 'phone'] } })).toBe(
      'Lan đã sửa tên, VAT và 2 mục khác',
    );
    expect(say({ params: { fields: ['gone'] } })).toBe('Lan đã thay đổi bản ghi này');
    expect(say({ params: { action: 'remove' } })).toBe('Lan đã bỏ vào thùng rác');
    expect(say({ params: { fields: ['name'], actors: ['a', 'b', 'c'] } })).toBe(
      'Lan và 2 người khác đã sửa tên',
    );
  });

  it('who gave how much, and through which team', () => {
    expect(say({ kind: 'assigned', params: { fields: ['owner'] } })).toBe('Lan giao cho bạn');
    expect(say({ kind: 'assigned', params: { fields: ['helpers'] } })).toBe(
      'Lan mời bạn cùng tham gia',
    );
    expect(say({ kind: 'assigned', record: null, params: { count: 120, of: 'box' } })).toBe(
      'Lan giao cho bạn 120 hộp',
    );
    expect(say({ kind: 'mentioned', params: { team: 't' } })).toBe('Lan nhắc đến nhóm Kinh doanh');
  });

  it('what has ended, and of which file', () => {
    const done = {
      kind: 'jobDone',
      record: null,
      params: { job: 'import', state: 'done' },
    } as const;
    expect(say(done)).toBe('Nhập dữ liệu đã xong');
    const failed = { ...done.params, state: 'failed', name: 'khách.csv' };
    expect(say({ ...done, params: failed })).toBe('Nhập dữ liệu không xong: khách.csv');
  });

  it('a moment on the clock of who reads', () => {
    const due = { kind: 'reminder', params: { due: '2026-11-22T02:00:00Z', minutes: 15 } } as const;
    expect(say(due)).toBe('Sắp đến giờ: 09:00 22/11/2026');
    expect(sayNotice(notice(due), { ...vi, language: 'en', timeZone: 'Europe/Berlin' })).toBe(
      'Coming up: 03:00 22/11/2026',
    );
  });

  it('no title of a record that may not be seen', () => {
    const record = { object: 'box', id: 'b', title: null, removed: false, within: null };
    expect(noticeTitle(notice({ record }), 'vi')).toBe('Một bản ghi bạn không còn xem được');
    expect(noticeTitle(notice({ record: null }), 'vi')).toBe('');
  });
});
