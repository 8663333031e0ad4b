import { expect, it } from 'vitest';
import type { ScreenField } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { all, chosenValues, differs, keptFrom } from './merge-choice.ts';

const label = { vi: 'Nhãn', en: 'Label' };
const field = (key: string, kind: ScreenField['kind']) =>
  ({ key, kind, label, custom: false, system: false, writable: true }) as ScreenField;
const name = field('name', 'text');
const notes = field('notes', 'longText');
const phones = field('phones', 'phones');
const owner = field('owner', 'member');
const records: RecordData[] = [
  {
    id: 'a',
    version: 1,
    name: 'An',
    notes: null,
    phones: ['1', '2'],
    owner: { id: 'm', title: 'Mai' },
  },
  {
    id: 'b',
    version: 4,
    name: 'An',
    notes: 'x',
    phones: ['2', '1'],
    owner: { id: 'm', title: null },
  },
];

it('tells fields that differ: not by the order of a list nor by what a link is called', () => {
  expect([name, notes, phones, owner].filter((each) => differs(each, records))).toEqual([notes]);
});

it('keeps the own value, fills what is empty, unites lists, unless a person chose', () => {
  expect(keptFrom(name, records, 'b', {})).toBe('b');
  expect(keptFrom(notes, records, 'a', {})).toBe('b');
  expect(keptFrom(phones, records, 'a', {})).toBe(all);
  expect(keptFrom(phones, records, 'a', { phones: 'b' })).toBe('b');
  expect(keptFrom(name, records, 'a', { name: 'gone' })).toBe('a');
});

it('sends only what differs from the rule, an empty value too', () => {
  const fields = [name, notes, phones];
  expect(chosenValues(fields, records, 'a', { notes: 'b', name: 'a' })).toEqual({});
  expect(chosenValues(fields, records, 'a', { notes: 'a', phones: 'a' })).toEqual({
    notes: null,
    phones: ['1', '2'],
  });
});
