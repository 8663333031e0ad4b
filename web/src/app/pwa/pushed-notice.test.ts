import { expect, it } from 'vitest';
import { readPush } from './pushed-notice.ts';

const of = (said: unknown) => readPush({ json: () => said });

it('reads what the server pushed, and leads nowhere but to our own pages', () => {
  const notice = { id: '7', title: 'Gọi chị Lan', body: 'Sắp đến giờ', path: '/activities/7' };
  expect(of(notice)).toEqual(notice);
  for (const path of ['https://evil.test/', '//evil.test', '/\\evil.test', 'x', 7])
    expect(of({ ...notice, path }).path).toBe('/notices');
  expect(of(null).title).toBe('Duyên');
  expect(readPush(null).path).toBe('/notices');
  const broken = () => {
    throw new SyntaxError('no JSON');
  };
  expect(readPush({ json: broken }).title).toBe('Duyên');
});
