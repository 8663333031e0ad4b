import { describe, expect, it } from 'vitest';
import { endingBefore, goingOn, isRule, slotsOf } from './rule.ts';

const monday = '2026-11-23T02:00:00.000Z';
const vietnam = 'Asia/Ho_Chi_Minh';
const of = (rule: string, firstAt = monday, timeZone = vietnam) => ({ rule, firstAt, timeZone });
const slots = (series: ReturnType<typeof of>, until: string, most = 100) =>
  slotsOf(series, Date.parse(series.firstAt), Date.parse(until), most);

describe('a rule', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=10',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231T000000Z',
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=8',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;WKST=MO',
  ])('%s is taken', (rule) => {
    expect(isRule(of(rule))).toBe(true);
  });

  it.each([
    '',
    'x',
    'FREQ=SECONDLY',
    'FREQ=HOURLY;COUNT=3',
    'FREQ=DAILY;BYHOUR=1,2,3',
    'FREQ=DAILY;BYMINUTE=0,1,2,3,4,5',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=100000',
    'FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=MO;BYDAY=TU',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=DAILY\nATTENDEE:x',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=DAILY;UNTIL=20200101T000000Z',
    `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(200)}MO`,
  ])('%j is refused', (rule) => {
    const started = performance.now();
    expect(isRule(of(rule))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('is refused in a zone or at a time that does not exist', () => {
    expect(isRule(of('FREQ=DAILY', monday, 'Mars/Base'))).toBe(false);
    expect(isRule(of('FREQ=DAILY', 'x'))).toBe(false);
  });
});

describe('the times of a series', () => {
  it('are at the same hour of the clock, also when the clock changes', () => {
    expect(slots(of('FREQ=WEEKLY;COUNT=3'), '2027-01-01')).toEqual([
      monday,
      '2026-11-30T02:00:00.000Z',
      '2026-12-07T02:00:00.000Z',
    ]);
    // 09:00 in Berlin, over the last Sunday of October.
    const berlin = of('FREQ=DAILY;COUNT=3', '2026-10-24T07:00:00.000Z', 'Europe/Berlin');
    expect(slots(berlin, '2027-01-01')).toEqual([
      '2026-10-24T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
  });

  it('are those within a stretch, and never more than asked for', () => {
    const daily = of('FREQ=DAILY');
    expect(slotsOf(daily, Date.parse('2026-12-01'), Date.parse('2026-12-04'), 100)).toHaveLength(3);
    expect(slots(daily, '2099-01-01', 5)).toHaveLength(5);
  });

  it('are found however long the series has been going on', () => {
    const daily = of('FREQ=DAILY', '1996-01-01T02:00:00.000Z');
    const from = Date.parse('2026-11-23');
    expect(slotsOf(daily, from, from + 2 * 86_400_000, 10)).toEqual([
      '2026-11-23T02:00:00.000Z',
      '2026-11-24T02:00:00.000Z',
    ]);
    const last = of('FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR', '2010-01-29T02:00:00.000Z');
    expect(slotsOf(last, Date.parse('2026-09-01'), Date.parse('2026-10-01'), 10)).toEqual([
      '2026-09-25T02:00:00.000Z',
    ]);
  });

  it('can be cut in two', () => {
    const at = '2026-12-07T02:00:00.000Z';
    const first = of(endingBefore('FREQ=WEEKLY;COUNT=5', at));
    expect(slots(first, '2028-01-01')).toEqual([monday, '2026-11-30T02:00:00.000Z']);
    expect(slots(of(goingOn('FREQ=WEEKLY;COUNT=5', 2), at), '2028-01-01')).toHaveLength(3);
  });
});
