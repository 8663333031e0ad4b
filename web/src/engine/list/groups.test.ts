import { describe, expect, it } from 'vitest';
import type { ScreenField } from '#web/api/model.ts';
import { bucketText, conditionOf, nextOf, orderGroups } from './groups.ts';

const field = (kind: string, more: object = {}): ScreenField =>
  // As the model tells fields; what the kinds have besides means nothing here.
  ({
    key: 'f',
    kind,
    label: { vi: 'f', en: 'f' },
    custom: false,
    system: false,
    writable: true,
    ...more,
  }) as ScreenField;
const zone = 'Asia/Ho_Chi_Minh';

describe('the condition of a group', () => {
  it('is the value, the id of a record, or one of a list', () => {
    expect(conditionOf(field('select'), undefined, 'a', zone)).toMatchObject({
      op: 'eq',
      value: 'a',
    });
    const record = { id: '7', title: 'An' };
    expect(conditionOf(field('member'), undefined, record, zone)).toMatchObject({ value: '7' });
    expect(conditionOf(field('tags'), undefined, 'quà', zone)).toEqual({
      field: 'f',
      op: 'hasAny',
      value: ['quà'],
    });
    const link = { id: 'account:7', title: 'An Khang' };
    expect(conditionOf(field('links'), undefined, link, zone)).toEqual({
      field: 'f',
      op: 'hasAny',
      value: ['account:7'],
    });
    expect(conditionOf(field('tags'), undefined, null, zone)).toMatchObject({ op: 'isEmpty' });
  });

  it('of days is from the first to before the next, on the clock of the person', () => {
    expect(conditionOf(field('date'), 'month', '2026-12-01', zone)).toEqual({
      and: [
        { field: 'f', op: 'gte', value: '2026-12-01' },
        { field: 'f', op: 'lt', value: '2027-01-01' },
      ],
    });
    expect(conditionOf(field('dateTime'), 'day', '2026-11-20', zone)).toEqual({
      and: [
        { field: 'f', op: 'gte', value: '2026-11-19T17:00:00.000Z' },
        { field: 'f', op: 'lt', value: '2026-11-20T17:00:00.000Z' },
      ],
    });
  });

  it('knows where weeks, quarters and leap years end', () => {
    expect(nextOf('2026-12-28', 'week')).toBe('2027-01-04');
    expect(nextOf('2026-10-01', 'quarter')).toBe('2027-01-01');
    expect(nextOf('2028-02-29', 'day')).toBe('2028-03-01');
    expect(nextOf('2026-01-01', 'year')).toBe('2027-01-01');
  });
});

describe('groups', () => {
  const group = (value: unknown, count: number) => ({ value, count });

  it('stand in the order of the options, what has no value last', () => {
    const options = ['new', 'won'].map((value) => ({ value, label: { vi: value, en: value } }));
    const given = [group(null, 9), group('won', 5), group('new', 1)];
    expect(orderGroups(given, field('select', { options })).map(({ value }) => value)).toEqual([
      'new',
      'won',
      null,
    ]);
  });

  it('of times stand newest first, of other values largest first', () => {
    const days = [group('2026-01-01', 9), group('2026-02-01', 1)];
    expect(orderGroups(days, field('date'))[0]?.value).toBe('2026-02-01');
    expect(orderGroups([group('a', 1), group('b', 3)], field('text'))[0]?.value).toBe('b');
  });

  it('are called by their stretch of time', () => {
    const said = (bucket: 'month' | 'quarter', language: 'vi' | 'en') =>
      bucketText('2026-11-01', bucket, language, (key, params) => `${key} ${params[key]}`);
    expect(said('month', 'vi')).toBe('month 11');
    expect(said('month', 'en')).toBe('month November');
    expect(said('quarter', 'vi')).toBe('quarter 4');
  });
});
