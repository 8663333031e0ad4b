import { describe, expect, it } from 'vitest';
import { chartData, many, type Ordering } from './chart-data.ts';
import { fillDays } from './fill-days.ts';
import { saying } from './saying.ts';

const name = (_dimension: 0 | 1, key: unknown) => String(key);
const answer = (groups: [unknown[], unknown[]][]) => ({
  complete: true,
  groups: groups.map(([keys, values]) => ({ keys, values })),
});
const plain: Ordering = {
  order: () => undefined,
  isAdding: true,
  mostGroups: 30,
  others: 'Others',
};

describe('data of a chart', () => {
  it('puts the largest group first', () => {
    const data = chartData(
      answer([
        [['a'], ['2']],
        [['b'], ['5']],
      ]),
      name,
      plain,
    );
    expect(data.groups.map(({ key }) => key)).toEqual(['b', 'a']);
    expect(data.series[0]?.values).toEqual([5, 2]);
    expect(data.total).toBe(7);
  });

  it('keeps the order of stages, with what is none of them after them', () => {
    const stages = ['b', 'a'];
    const order = (key: unknown) =>
      stages.includes(String(key)) ? stages.indexOf(String(key)) : undefined;
    const staged = chartData(
      answer([
        [[null], [20]],
        [['a'], [9]],
        [['b'], [1]],
      ]),
      name,
      { ...plain, order },
    );
    expect(staged.groups.map(({ key }) => key)).toEqual(['b', 'a', null]);
  });

  it('goes forward in time, with the months in which nothing was', () => {
    const timed = chartData(
      answer([
        [['2026-03-01'], [1]],
        [['2026-01-01'], [9]],
        [[null], [4]],
      ]),
      name,
      { ...plain, fill: (first, last) => fillDays('month', first, last) },
    );
    expect(timed.groups.map(({ key }) => key)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect(timed.series[0]?.values).toEqual([9, 0, 1]);
  });

  it('an average that is not there is not nothing', () => {
    const data = chartData(
      answer([
        [['a', 'x'], [1]],
        [['b', 'y'], [2]],
        [['c', 'y'], [null]],
      ]),
      name,
      { ...plain, isAdding: false },
    );
    expect(data.series.map(({ key, values }) => [key, values])).toEqual([
      ['y', [2, null]],
      ['x', [null, 1]],
    ]);
  });

  it('puts together what is too much to see, in groups and in series', () => {
    const groups: [unknown[], unknown[]][] = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, i) => [
      [key, key],
      [10 - i],
    ]);
    const data = chartData(answer(groups), name, { ...plain, mostGroups: 3 });
    expect(data.groups.map(({ name: text }) => text)).toEqual(['a', 'b', 'Others']);
    expect(data.series.map(({ key }) => key)).toEqual(['a', 'b', 'c', many]);
    expect(data.series.reduce((sum, { values }) => sum + (values[2] ?? 0), 0)).toBe(8 + 7 + 6 + 5);
    expect(data.found).toBe(6);
  });
});

describe('what a chart says', () => {
  const show = String;
  const data = chartData(
    answer([
      [['a'], [6]],
      [['b'], [2]],
    ]),
    name,
    plain,
  );
  it('names the largest with its share', () => {
    expect(saying(data, { language: 'vi', show, isWhole: true })).toBe(
      'a nhiều nhất: 6, 75% của 8.',
    );
  });
  it('says of times how long they are, and that most have no value', () => {
    const led = (none: number) =>
      chartData(
        answer([
          [[null], [none]],
          [['11/2026'], [6]],
        ]),
        name,
        plain,
      );
    const month = { language: 'vi', show, isWhole: true, bucket: 'month' } as const;
    expect(saying(led(4), month)).toBe('Tháng 11/2026 nhiều nhất: 6, 60% của 10.');
    expect(saying(led(9), month)).toBe('Nhiều nhất là chưa có: 9, 60% của 15.');
  });
  it('tells no share of what does not add up', () => {
    expect(saying(data, { language: 'en', show, isWhole: false })).toBe('a is highest with 6.');
  });
  it('is silent about nothing', () => {
    const nothing = chartData(answer([]), name, plain);
    expect(saying(nothing, { language: 'vi', show, isWhole: true })).toBeUndefined();
  });
});
