import { expect, it } from 'vitest';
import { examples } from './examples.ts';
import { multiSelect } from './multiSelect.ts';
import { select } from './select.ts';

it('keeps an archived option that is there, and refuses it where it was not', () => {
  const { field } = examples.select;
  expect(select.checkChange?.('old', 'old', field)).toEqual([]);
  expect(select.checkChange?.('old', 'new', field)).toEqual([{ code: 'notAnOption' }]);
  expect(select.checkChange?.('old', null, field)).toEqual([{ code: 'notAnOption' }]);
  const several = examples.multiSelect.field;
  expect(multiSelect.checkChange?.(['old', 'new'], ['old'], several)).toEqual([]);
  expect(multiSelect.checkChange?.(['old'], ['new'], several)).toHaveLength(1);
});

it('names the unknown values of a cell, so that an import can map or add them', () => {
  const style = {
    numbers: 'vi',
    dates: 'dmy',
    language: 'vi',
    timeZone: 'UTC',
    currency: 'VND',
  } as const;
  expect(multiSelect.fromText('Mới; Lạ; khác hẳn', examples.multiSelect.field, style)).toEqual({
    ok: false,
    refusals: [
      { code: 'notAnOption', params: { value: 'Lạ' }, part: '1' },
      { code: 'notAnOption', params: { value: 'khác hẳn' }, part: '2' },
    ],
  });
});
