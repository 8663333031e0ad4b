import { describe, expect, it } from 'vitest';
import { chartData } from './chart-data.ts';

const name = (_dimension: 0 | 1, key: unknown) => String(key);
const answer = (groups: [unknown[], unknown[]][]) => ({
  complete: true,
  groups: groups.map(([keys, values]) => ({ keys, values })),
});

describe('data of a chart', () => {
  it('puts the largest group first', () => {
    const data = chartData(
      answer([
        [['a'], ['2']],
        [['b'], ['5']],
      ]),
      name,
      {
        isTime: false,
        order: () => undefined,
      },
    );
    expect(data.groups.map(({ key }) => key)).toEqual(['b', 'a']);
    expect(data.series[0]?.values).toEqual([5, 2]);
    expect(data.total).toBe(7);
  });

  it('keeps the order of stages, and of time', () => {
    const stages = ['b', 'a'];
    const groups: [unknown[], unknown[]][] = [
      [['a'], [9]],
      [['b'], [1]],
    ];
    const staged = chartData(answer(groups), name, {
      isTime: false,
      order: (key) => stages.indexOf(String(key)),
    });
    expect(staged.groups.map(({ key }) => key)).toEqual(['b', 'a']);
    const months: [unknown[], unknown[]][] = [
      [['2026-03-01'], [1]],
      [['2026-01-01'], [9]],
    ];
    const timed = chartData(answer(months), name, { isTime: true, order: () => undefined });
    expect(timed.groups.map(({ key }) => key)).toEqual(['2026-01-01', '2026-03-01']);
  });

  it('fills what a split lacks with nothing', () => {
    const groups: [unknown[], unknown[]][] = [
      [['a', 'x'], [1]],
      [['b', 'y'], [2]],
    ];
    const data = chartData(answer(groups), name, { isTime: false, order: () => undefined });
    expect(data.series.map(({ key, values }) => [key, values])).toEqual([
      ['y', [2, 0]],
      ['x', [0, 1]],
    ]);
  });
});
