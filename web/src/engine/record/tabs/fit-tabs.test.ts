import { expect, it } from 'vitest';
import { fitTabs } from './fit-tabs.ts';

const widths = [50, 60, 40, 80];

it('lets tabs stand that have room whole, the open one always', () => {
  expect(fitTabs(widths, { gap: 10, room: 260, chosen: 0 })).toEqual([0, 1, 2, 3]);
  expect(fitTabs(widths, { gap: 10, room: 259, chosen: 0 })).toEqual([0, 1, 2]);
  expect(fitTabs(widths, { gap: 10, room: 259, chosen: 3 })).toEqual([0, 1, 3]);
  expect(fitTabs(widths, { gap: 10, room: 30, chosen: 3 })).toEqual([3]);
  expect(fitTabs(widths, { gap: 10, room: 0, chosen: -1 })).toEqual([]);
});
