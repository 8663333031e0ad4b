import { expect, it } from 'vitest';
import { ruleOf } from './repeat-rules.ts';

it('writes rules as RFC 5545 has them', () => {
  expect(ruleOf('none', '2026-11-19')).toBeUndefined();
  expect(ruleOf('weekly', '2026-11-19')).toBe('FREQ=WEEKLY;BYDAY=TH');
  expect(ruleOf('fortnightly', '2026-11-22', '2027-01-31')).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;UNTIL=20270131T235959Z',
  );
});
