import { describe, expect, it } from 'vitest';
import { parseEmail } from './email.ts';

describe('parseEmail', () => {
  it.each([
    ['a@x.test', 'a@x.test'],
    [' Hoa.Mai@Cong-Ty.VN ', 'Hoa.Mai@cong-ty.vn'],
    ['mailto:a@x.test', 'a@x.test'],
    ['a+tag@x.test', 'a+tag@x.test'],
    ["o'neil@x.test", "o'neil@x.test"],
    ['liên-hệ@công-ty.vn', 'liên-hệ@công-ty.vn'],
    ['liên-hệ@CÔNG-TY.vn'.normalize('NFD'), 'liên-hệ@công-ty.vn'],
    ['a@xn--cng-ty-2ta.vn', 'a@xn--cng-ty-2ta.vn'],
  ])('reads %j as %s', (raw, expected) => {
    expect(parseEmail(raw)).toBe(expected);
  });

  it.each([
    '',
    'a',
    '@x.test',
    'a@',
    'a@x',
    'a@@x.test',
    'a@b@x.test',
    'a..b@x.test',
    '.a@x.test',
    'a.@x.test',
    'a@x..test',
    'a@.x.test',
    'a@-x.test',
    'a@x-.test',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@x.test, b@x.test',
    'a@x.test;b@x.test',
    'Hoa <a@x.test>',
    '"a b"@x.test',
    '"attacker@evil.example x"@internal.example',
    'a@x.test\r\nBcc: v@y.test',
    'a\u0000@x.test',
    'a b@x.test',
    `${'a'.repeat(65)}@x.test`,
    `a@${'a'.repeat(64)}.test`,
    `a@${'aaaaaaaaa.'.repeat(26)}test`,
    `a@${'a.'.repeat(50_000)}!`,
    '*',
    '*)(uid=*))(|(uid=*',
  ])('refuses %j', (raw) => {
    expect(parseEmail(raw)).toBeUndefined();
  });
});
