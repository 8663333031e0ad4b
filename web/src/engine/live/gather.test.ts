import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gather, type Touched } from './gather.ts';

const listed = (touched: Touched) =>
  [...touched].map(([object, ids]) => `${object}: ${[...ids].join(' ')}`);

describe('changes of records', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('that come together are told once, each record once', () => {
    const told: string[][] = [];
    const gathering = gather((touched) => told.push(listed(touched)));
    gathering.add('account', '1');
    gathering.add('account', '2');
    gathering.add('contact', '3');
    gathering.add('account', '1');
    expect(told).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(told).toEqual([['account: 1 2', 'contact: 3']]);
  });

  it('that do not stop are told every two seconds', () => {
    let times = 0;
    const gathering = gather(() => (times += 1));
    for (let at = 0; at < 10_000; at += 50) {
      gathering.add('account', String(at));
      vi.advanceTimersByTime(50);
    }
    expect(times).toBe(5);
  });

  it('are not told after the page is left', () => {
    let times = 0;
    const gathering = gather(() => (times += 1));
    gathering.add('account', '1');
    gathering.stop();
    vi.advanceTimersByTime(10_000);
    expect(times).toBe(0);
  });
});
