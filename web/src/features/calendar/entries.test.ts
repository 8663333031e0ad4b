import { expect, it } from 'vitest';
import { entriesOf, withDays, type Entry } from './entries.ts';

function only(startsAt: string, endsAt: string, timeZone: string): Entry {
  const item = { id: 'a', version: 1, kind: 'task', allDay: true, mayChange: true };
  const [entry] = entriesOf({ items: [{ ...item, startsAt, endsAt }], busy: [] }, timeZone);
  if (!entry) throw new Error('there is none');
  return entry;
}

it('takes whole days to others, and over more of them', () => {
  const fair = only('2026-11-25T17:00:00.000Z', '2026-11-27T17:00:00.000Z', 'Asia/Ho_Chi_Minh');
  expect(withDays(fair, { first: '2026-11-28', last: '2026-11-29' }, 'Asia/Ho_Chi_Minh')).toEqual({
    startsAt: '2026-11-27T17:00:00.000Z',
    endsAt: '2026-11-29T17:00:00.000Z',
  });
  expect(withDays(fair, { first: '2026-11-26', last: '2026-11-30' }, 'Asia/Ho_Chi_Minh')).toEqual({
    startsAt: '2026-11-25T17:00:00.000Z',
    endsAt: '2026-11-30T17:00:00.000Z',
  });
});

it('keeps midnight where clocks change', () => {
  // Summer time ends in Berlin on 25 October.
  const before = only('2026-10-22T22:00:00.000Z', '2026-10-23T22:00:00.000Z', 'Europe/Berlin');
  expect(withDays(before, { first: '2026-10-25', last: '2026-10-26' }, 'Europe/Berlin')).toEqual({
    startsAt: '2026-10-24T22:00:00.000Z',
    endsAt: '2026-10-26T23:00:00.000Z',
  });
});
