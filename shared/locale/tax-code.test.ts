import { describe, expect, it } from 'vitest';
import { maskPersonalId, parsePersonalId, parseTaxCode, taxCheckDigit } from './tax-code.ts';

describe('parseTaxCode', () => {
  it.each([
    '0100233488',
    '0314409058',
    '0312687878',
    '0101245486',
    '0100112437',
    '0100047516',
    '0300588569',
    '0100109106',
    '0101248141',
    '0100686209',
    '0300741143',
    '0106869738',
    '0108269207',
    '8463763902',
  ])('accepts the company %s', (code) => {
    expect(parseTaxCode(code)).toEqual({ ok: true, kind: 'company', value: code });
    expect(
      parseTaxCode(` ${code.slice(0, 4)} ${code.slice(4, 7)}.${code.slice(7)} `),
    ).toMatchObject({
      value: code,
    });
  });

  it.each(['0314409058-002', '0312687878-001', '0100112437-011'])(
    'accepts the branch %s',
    (code) => {
      const expected = { ok: true, kind: 'branch', value: code };
      expect(parseTaxCode(code)).toEqual(expected);
      expect(parseTaxCode(code.replace('-', ''))).toEqual(expected);
      expect(parseTaxCode(code.replace('-', ' – '))).toEqual(expected);
    },
  );

  it('accepts a personal id', () => {
    expect(parseTaxCode('079203012345')).toEqual({
      ok: true,
      kind: 'personal',
      value: '079203012345',
    });
  });

  it('tells a wrong check digit from a wrong form', () => {
    expect(parseTaxCode('0100233480')).toEqual({
      ok: false,
      error: 'checkDigit',
      kind: 'company',
      value: '0100233480',
    });
    expect(parseTaxCode('0100233480001')).toEqual({
      ok: false,
      error: 'checkDigit',
      kind: 'branch',
      value: '0100233480-001',
    });
  });

  it.each([
    ['0314409058-000', 'branch'],
    ['0100000008', 'component'],
    ['12345', 'format'],
    ['VV34567890', 'format'],
    ['', 'format'],
    ['999203012345', 'format'],
    ['0100233488-1', 'format'],
    ['0'.repeat(100_000), 'format'],
  ])('refuses %j as %s', (code, error) => {
    expect(parseTaxCode(code)).toEqual({ ok: false, error });
  });

  it('refuses every other check digit', () => {
    for (let digit = 0; digit < 10; digit++) {
      expect(parseTaxCode(`010023348${digit}`).ok).toBe(digit === 8);
    }
  });

  it('knows prefixes that are never issued', () => {
    let never = 0;
    for (let i = 0; i < 10_000; i++) {
      if (taxCheckDigit(`03144${String(i).padStart(4, '0')}`) === undefined) never++;
    }
    expect(never / 10_000).toBeCloseTo(0.092, 2);
  });
});

describe('parsePersonalId', () => {
  it.each([
    ['079203012345', { province: '079', gender: 'male', birthYear: 2003 }],
    ['001190000001', { province: '001', gender: 'female', birthYear: 1990 }],
    ['097190000001', undefined],
    ['000190000001', undefined],
    ['123456789', undefined],
  ])('reads %s', (id, expected) => {
    expect(parsePersonalId(id)).toEqual(expected);
  });

  it('masks the middle', () => {
    expect(maskPersonalId('079203012345')).toBe('079*****2345');
    expect(maskPersonalId('1234')).toBe('****');
  });
});
