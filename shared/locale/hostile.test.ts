import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCompanyName } from './company-name.ts';
import { guessDateOrder, parseDate } from './date.ts';
import { parseDateTime } from './date-time.ts';
import { parseEmail } from './email.ts';
import { parseFormOfAddress, parseGender } from './forms-of-address.ts';
import { detectLegacyFont } from './legacy-font.ts';
import { parseMoney } from './money.ts';
import { guessNumberStyle, parseNumber } from './number.ts';
import { joinName, splitName } from './person-name.ts';
import { parsePhone, splitPhones } from './phone.ts';
import { parseTaxCode } from './tax-code.ts';
import { escapeLike, fold, foldWords, nfc } from './text.ts';
import { parseUrl } from './url.ts';

/** Text near to what the parsers look for, and text far from it, lone surrogates included. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...'0123456789+-.,/ ()đ₫$tr tỷ k @:hntpsw\u0300\ud800'),
    maxLength: 30,
  }),
);

const value = (parsed: { ok: boolean; e164?: string; value?: string }) =>
  parsed.e164 ?? parsed.value;

/** Each reads its own answer back unchanged. */
const stable: Record<string, (text: string) => string | undefined> = {
  nfc,
  foldCompanyName,
  parseEmail,
  parseUrl,
  parsePhone: (raw) => value(parsePhone(raw)),
  parseTaxCode: (raw) => value(parseTaxCode(raw)),
  parseDate: (raw) => parseDate(raw, 'dmy'),
  parseDateTime: (raw) => parseDateTime(raw, 'dmy', 'Asia/Ho_Chi_Minh'),
  parseNumber: (raw) => parseNumber(raw, 'en'),
  parseMoney: (raw) => parseMoney(raw, { style: 'en' })?.amount,
  names: (raw) => joinName(splitName(raw)),
};

describe('any text at all', () => {
  it.each(Object.entries(stable))('%s reads its own answer back', (_name, parse) => {
    fc.assert(
      fc.property(text, (raw) => {
        const once = parse(raw);
        if (once !== undefined) expect(parse(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('throws nothing', () => {
    fc.assert(
      fc.property(text, (raw) => {
        splitPhones(raw);
        parseGender(raw);
        parseFormOfAddress(raw);
        detectLegacyFont(raw);
        guessDateOrder([raw]);
        guessNumberStyle([raw]);
        foldWords(raw);
        fold(raw);
        expect(escapeLike(raw).length).toBeGreaterThanOrEqual(raw.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('is answered at once however long', () => {
    const patterns = [
      'a@a.',
      '1 ',
      '1,',
      '0901234567/',
      'http://',
      'ngày ',
      '-',
      '(',
      'công ty ',
      'đ',
    ];
    const started = performance.now();
    for (const pattern of patterns) {
      const long = pattern.repeat(20_000);
      for (const parse of Object.values(stable)) parse(long);
      fold(long);
      splitPhones(long);
      guessDateOrder([long]);
      guessNumberStyle([long]);
      detectLegacyFont(long);
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
