import { expect, it } from 'vitest';
import { whenFilled } from './when-filled.ts';

const empty = { field: 'at', op: 'isEmpty' } as const;
const filled = { field: 'at', op: 'isNotEmpty' } as const;
const early = { field: 'at', op: 'lt', value: '2026-05-01' } as const;
const other = { field: 'name', op: 'isEmpty' } as const;
const yes = { and: [] };
const no = { or: [] };

it.each([
  [empty, no],
  [filled, yes],
  [early, early],
  [other, other],
  [{ or: [empty, early] }, early],
  [{ or: [filled, early] }, yes],
  [{ or: [empty, empty] }, no],
  [{ and: [filled, other, early] }, { and: [other, early] }],
  [{ and: [other, { or: [empty, early] }] }, { and: [other, early] }],
  [{ and: [empty, other] }, no],
  [{ not: empty }, yes],
  [{ not: { or: [empty, other] } }, { not: other }],
  [{ not: filled }, no],
])('%j is %j where there is a value', (filter, left) => {
  expect(whenFilled(filter, 'at')).toEqual(left);
});
