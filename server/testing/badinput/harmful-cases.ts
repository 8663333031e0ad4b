import type { Case } from './corpus.ts';

const name = 'api:contacts.create:lastName';
const expect = (status: number, ...inv: string[]) => ({ status: [status], inv });
const csv = { file: { name: 'i.csv', type: 'text/csv', text: 'lastName,email\nA,ok@x.test\n' } };

/** Cases whose expectations do not hold here. A runner that lets one of them pass would let harm pass. */
export const harmfulCases: Case[] = [
  { where: 'a place nobody knows', payload: '', expect: expect(200) },
  { where: name, payload: 'Trả lời khác', expect: expect(422) },
  { where: name, payload: 'Bất biến lạ', expect: expect(201, 'an_invention') },
  { where: name, payload: 'Hai  khoảng  trắng', expect: expect(201, 'stored_verbatim') },
  { where: name, payload: 'Được lưu', expect: expect(201, 'not_stored') },
  { where: name, payload: 'Được ghi', expect: expect(201, 'db_unchanged') },
  { where: name, payload: 'Không ai bị từ chối', expect: expect(201, 'audit_denied') },
  { where: name, payload: 'Hai dòng', expect: expect(201, 'rows:2') },
  { where: name, payload: 'Chậm', expect: { ...expect(201), max_ms: 0 } },
  { where: 'api:users.update:displayName', payload: 'A\u0001B', expect: expect(200) },
  {
    where: 'auth:login',
    payload: { email: '{known-user}', password: '{password}' },
    expect: expect(200, 'no_session'),
  },
  { where: 'api:contacts.update', payload: '', expect: expect(200) },
  { where: 'import:contacts', payload: csv, expect: expect(202, 'rows:2') },
  { where: 'import:contacts', payload: csv, expect: expect(202, 'row_errors:1') },
  {
    where: 'upload:attachment',
    payload: { file: { name: 'a.txt', type: 'text/plain', text: 'kept' } },
    expect: expect(201, 'not_stored'),
  },
].map((test, i) => ({ id: `harmful-${i}`, class: 'harmful', ...test }));
