import { expect, it } from 'vitest';
import { timeAgo } from './time-ago.ts';

const now = Date.parse('2026-11-22T10:00:00Z');

it('says how long ago in the largest unit that fits', () => {
  expect(timeAgo('2026-11-22T09:58:00Z', 'vi', now)).toBe('2 phút trước');
  expect(timeAgo('2026-11-22T07:10:00Z', 'en', now)).toBe('2 hours ago');
  expect(timeAgo('2026-11-20T09:00:00Z', 'vi', now)).toBe('2 ngày trước');
});

it('says nothing of the last minute', () => {
  expect(timeAgo('2026-11-22T09:59:30Z', 'vi', now)).toBeUndefined();
  expect(timeAgo('2026-11-22T10:00:30Z', 'vi', now)).toBeUndefined();
});
