import { expect, it } from 'vitest';
import { say } from '#web/words/define-words.ts';
import { fullLine, noRights } from './rights.ts';
import { rolesWords } from './roles.words.ts';
import { sayRole } from './say-role.ts';

const t = (key: keyof typeof rolesWords.vi, params?: { count: number }) =>
  say(rolesWords, 'vi', key, params);
const of = (rights: Parameters<typeof sayRole>[0]['rights']) =>
  sayRole({ administrator: false, rights }, t);
const own = { ...noRights, read: 'own', create: true, update: 'own', delete: 'own' } as const;

it('says what a role allows by its rights, not by its name', () => {
  expect(sayRole({ administrator: true, rights: {} }, t)).toBe('Làm được mọi việc, cả cài đặt');
  expect(of({ '*': own })).toBe('Xem, sửa, xoá bản ghi mình phụ trách; tạo');
  expect(of({ '*': { ...own, read: 'all', delete: 'none', export: true } })).toBe(
    'Xem mọi bản ghi; sửa bản ghi mình phụ trách; tạo, xuất',
  );
  expect(of({})).toBe('Chưa được làm gì');
});

it('counts the objects for which something else holds', () => {
  expect(of({ '*': own, account: fullLine, contact: own })).toBe(
    'Xem, sửa, xoá bản ghi mình phụ trách; tạo; 1 đối tượng đặt riêng',
  );
});
