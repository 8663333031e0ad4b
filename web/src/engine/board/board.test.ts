import { describe, expect, it } from 'vitest';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import '../fields/index.ts';
import { registerNextStep } from '../records/next-steps.ts';
import { askedFields, cardFields, columnField, sumFields } from './board-fields.ts';
import { columnId, columnsOf } from './board-columns.ts';
import { cardsIn, movedColumns } from './moves.ts';

const label = { vi: 'Nhãn', en: 'Label' };
const base = { label, custom: false, system: false, writable: true };
const stage = {
  ...base,
  key: 'stage',
  kind: 'select',
  options: [
    { value: 'open', label },
    { value: 'old', label, archived: true },
    { value: 'done', label },
  ],
} as ScreenField;
const fields = [
  { ...base, key: 'name', kind: 'text' },
  stage,
  { ...base, key: 'owner', kind: 'member' },
  { ...base, key: 'worth', kind: 'money' },
  { ...base, key: 'stars', kind: 'rating' },
  { ...base, key: 'version', kind: 'number', system: true },
] as ScreenField[];
const object = {
  title: 'name',
  list: ['name', 'stage', 'worth', 'owner'],
  layout: { facts: [] as string[] },
  fields,
  field: new Map(fields.map((field) => [field.key, field])),
} as unknown as ScreenObject;

describe('columns of a board', () => {
  it('has every value in its order, empty ones too, and none at the end', () => {
    const columns = columnsOf(
      stage,
      [
        { keys: [null], values: [2] },
        { keys: ['done'], values: [3, '900'] },
      ],
      [],
    );
    expect(columns.map(({ id, count }) => [id, count])).toEqual([
      ['is:"open"', 0],
      ['is:"done"', 3],
      ['none', 2],
    ]);
    expect(columns[1]?.sum).toBe('900');
  });

  it('keeps archived values that records still have; a required field has no column of none', () => {
    const columns = columnsOf({ ...stage, required: true }, [{ keys: ['old'], values: [1] }], []);
    expect(columns.map(({ id }) => id)).toEqual(['is:"open"', 'is:"done"', 'is:"old"']);
  });

  it('tells people apart by id, whatever they are called', () => {
    expect(columnId({ id: '7', title: 'Trang' })).toBe(columnId({ id: '7', title: null }));
  });

  it('chooses the status of the list, unless one was chosen', () => {
    expect(columnField(object, undefined)?.key).toBe('stage');
    expect(columnField(object, 'owner')?.key).toBe('owner');
    expect(columnField(object, 'gone')?.key).toBe('stage');
  });

  it('sums what can be summed, and shows on a card what its column does not say', () => {
    expect(sumFields(object).map(({ key }) => key)).toEqual(['worth']);
    const { facts, person } = cardFields(object, 'stage', undefined);
    expect(facts.map(({ key }) => key)).toEqual(['worth']);
    expect(person?.key).toBe('owner');
  });

  it('ends a card with what is next, and asks for it', () => {
    registerNextStep('deal', 'nextAt');
    const timed = ['nextAt', 'lastAt'].map(
      (key) => ({ ...base, key, kind: 'dateTime' }) as ScreenField,
    );
    const deal: ScreenObject = {
      ...object,
      key: 'deal',
      list: [...object.list, 'lastAt'],
      field: new Map([...fields, ...timed].map((field) => [field.key, field])),
    };
    const card = cardFields(deal, 'stage', undefined);
    expect(card.step?.key).toBe('nextAt');
    expect(card.facts.map(({ key }) => key)).toEqual(['worth']);
    expect(askedFields(deal, stage, card)).toContain('nextAt');
  });
});

describe('a card that moves', () => {
  const card = (id: string) => ({ id, version: 1, worth: 100 });
  const moves = [{ record: card('a'), from: 'is:"open"', to: 'is:"done"' }];

  it('is where it goes before the server has answered', () => {
    expect(cardsIn('is:"open"', [card('a'), card('b')], moves).map(({ id }) => id)).toEqual(['b']);
    expect(cardsIn('is:"done"', [card('c')], moves).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('is there once when the lists have been asked again meanwhile', () => {
    expect(cardsIn('is:"done"', [card('a'), card('c')], moves).map(({ id }) => id)).toEqual([
      'a',
      'c',
    ]);
  });

  it('takes its count and its amount along', () => {
    const columns = [
      { id: 'is:"open"', value: 'open', count: 2, sum: '300' },
      { id: 'is:"done"', value: 'done', count: 0, sum: undefined },
    ];
    expect(movedColumns(columns, moves, () => 100)).toEqual([
      { id: 'is:"open"', value: 'open', count: 1, sum: '200' },
      { id: 'is:"done"', value: 'done', count: 1, sum: '100' },
    ]);
  });
});
