import { describe, expect, it } from 'vitest';
import { parseUrl } from './url.ts';

describe('parseUrl', () => {
  it.each([
    ['duyen.vn', 'https://duyen.vn'],
    [' www.Duyen.vn/gioi-thieu ', 'https://www.duyen.vn/gioi-thieu'],
    ['http://duyen.vn', 'http://duyen.vn'],
    ['HTTPS://duyen.vn/A?b=C#d', 'https://duyen.vn/A?b=C#d'],
    ['//duyen.vn/a', 'https://duyen.vn/a'],
    ['duyen.vn:8080/a', 'https://duyen.vn:8080/a'],
    ['localhost:3000', 'https://localhost:3000'],
    ['http://localhost/', 'http://localhost'],
    ['http://[::1]:3000/a', 'http://[::1]:3000/a'],
    ['https://duyen.vn/mail@x', 'https://duyen.vn/mail@x'],
    ['quà-tặng.vn', 'https://xn--qu-tng-jta8222d.vn'],
  ])('reads %j as %s', (raw, expected) => {
    expect(parseUrl(raw)).toBe(expected);
    expect(parseUrl(expected)).toBe(expected);
  });

  it.each([
    '',
    'duyen',
    'không có',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'javascript://duyen.vn/%0aalert(1)',
    'javascript:1',
    'data:text/plain,hi',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'ftp://duyen.vn',
    'unix:/var/run/docker.sock',
    'mailto:a@x.test',
    'https://user:secret@duyen.vn',
    'https://user@duyen.vn',
    'https://@duyen.vn',
    'a@x.test',
    'https://:443',
    'https://',
    'https:duyen.vn',
    'https:///duyen.vn',
    'https://duyen.vn\\@evil.example',
    'https://duyen.vn/a b',
    `https://duyen.vn/${'a'.repeat(2048)}`,
  ])('refuses %j', (raw) => {
    expect(parseUrl(raw)).toBeUndefined();
  });
});
