import { expect, it } from 'vitest';
import { entriesOf } from '../entries.ts';
import { layBars, layOut, segmentsOf } from './lay-out.ts';

const zone = 'Asia/Ho_Chi_Minh';
const on = (...times: [string, string][]) =>
  entriesOf(
    {
      items: times.map(([startsAt, endsAt], i) => ({
        id: String(i),
        version: 1,
        kind: 'meeting',
        allDay: false,
        mayChange: true,
        startsAt: `2026-11-${startsAt}:00+07:00`,
        endsAt: `2026-11-${endsAt}:00+07:00`,
      })),
      busy: [],
    },
    zone,
  );
const placesOf = (...times: [string, string][]) =>
  layOut(segmentsOf(on(...times), '2026-11-19')).map(
    ({ entry, lane, lanes }) => `${entry.key}: ${lane + 1} of ${lanes}`,
  );

it('lays those that overlap beside each other, and no others', () => {
  expect(
    placesOf(
      ['19T08:00', '19T10:00'],
      ['19T09:00', '19T09:30'],
      ['19T09:30', '19T11:00'],
      ['19T14:00', '19T15:00'],
    ),
  ).toEqual(['0: 1 of 2', '1: 2 of 2', '2: 2 of 2', '3: 1 of 1']);
});

it('gives a short call the room its words take', () => {
  expect(placesOf(['19T08:00', '19T08:10'], ['19T08:15', '19T08:25'])).toEqual([
    '0: 1 of 2',
    '1: 2 of 2',
  ]);
  expect(placesOf(['19T08:00', '19T08:10'], ['19T08:30', '19T08:40'])).toEqual([
    '0: 1 of 1',
    '1: 1 of 1',
  ]);
});

it('cuts what goes past midnight', () => {
  const entries = on(['18T22:00', '19T02:00']);
  const parts = (day: string) => segmentsOf(entries, day).map(({ from, to }) => [from, to]);
  expect(parts('2026-11-18')).toEqual([[1320, 1440]]);
  expect(parts('2026-11-19')).toEqual([[0, 120]]);
  expect(parts('2026-11-20')).toEqual([]);
  const toMidnight = on(['18T22:00', '19T00:00']);
  expect(segmentsOf(toMidnight, '2026-11-19')).toEqual([]);
});

it('puts bars that share a day into lines of their own', () => {
  const bars = layBars([
    { what: 'a', first: 0, last: 2 },
    { what: 'b', first: 1, last: 1 },
    { what: 'c', first: 3, last: 6 },
  ]);
  expect(bars.map(({ what, line }) => [what, line])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ]);
});
