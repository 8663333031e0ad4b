import { describe, expect, it } from 'vitest';
import { entriesOf, nowIndex } from './entries.ts';

const activity = (id: string, values: object) => ({ id, version: 1, ...values });
const day = [
  activity('done', {
    kind: 'call',
    status: 'done',
    startsAt: '2026-11-19T01:00:00.000Z',
    subject: 'Gọi điện: Bảo Ngọc',
    account: { id: 'a', title: 'Nha khoa Bảo Ngọc' },
  }),
  activity('late', { kind: 'call', status: 'forgotten', startsAt: '2026-11-19T02:00:00.000Z' }),
  activity('meeting', {
    kind: 'meeting',
    status: 'planned',
    startsAt: '2026-11-19T08:00:00.000Z',
    subject: 'Kiểm hàng 20/11',
    account: { id: 'b', title: 'Kho' },
  }),
];

describe('the day', () => {
  it('calls a call by whom it is with, and everything else by what it is about', () => {
    expect(entriesOf(day, []).map(({ state, title }) => [state, title])).toEqual([
      ['done', 'Nha khoa Bảo Ngọc'],
      ['forgotten', ''],
      ['planned', 'Kiểm hàng 20/11'],
    ]);
  });

  it('is parted by the time now', () => {
    const entries = entriesOf(day, []);
    expect(nowIndex(entries, new Date('2026-11-19T04:40:00Z'))).toBe(2);
    expect(nowIndex(entries, new Date('2026-11-19T00:00:00Z'))).toBe(0);
    expect(nowIndex(entries, new Date('2026-11-19T12:00:00Z'))).toBe(3);
  });
});
