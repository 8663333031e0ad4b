import { findCountry } from '../locale/countries.ts';
import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { nfcLines } from '../locale/text.ts';
import { accept, refuse, type Parsed, type Refusal, type ValueKind } from './kind.ts';
import { readParts, writeParts } from './list.ts';
import { hasForbiddenCharacter, isLonger, parseWords } from './text.ts';

export interface AddressField extends FieldBase {
  kind: 'address';
}

/** Two levels of codes, as Vietnam has them since July 2025. */
export interface Address {
  line1?: string;
  wardCode?: string;
  provinceCode?: string;
  /** ISO 3166-1, two letters. */
  countryCode: string;
  /** An address as some list had it, not yet taken apart. */
  legacyText?: string;
  latitude?: number;
  longitude?: number;
}

const texts = {
  line1: { max: 255, form: /^/ },
  wardCode: { max: 5, form: /^\d{5}$/ },
  provinceCode: { max: 2, form: /^\d{2}$/ },
  countryCode: { max: 2, form: /^[A-Z]{2}$/ },
  legacyText: { max: 500, form: /^/ },
} as const;
const degrees = { latitude: 90, longitude: 180 } as const;
const textKeys = ['line1', 'wardCode', 'provinceCode', 'countryCode', 'legacyText'] as const;
const degreeKeys = ['latitude', 'longitude'] as const;

/** A place. Whether the codes exist is checked where the list of provinces and wards is. */
export const address: ValueKind<AddressField, Address> = {
  options: z.strictObject({}),
  parse,
  operators: ['contains'],
  parseOperand: parseWords,
  parts: { line1: 'text', wardCode: 'select', provinceCode: 'select', countryCode: 'select' },
  toText(value) {
    const place = value.latitude === undefined ? '' : `${value.latitude}, ${value.longitude ?? ''}`;
    const written = [...textKeys.map((key) => value[key] ?? ''), place];
    while (written.length > 4 && written.at(-1) === '') written.pop();
    return writeParts(written);
  },
  fromText(text) {
    const [line1, wardCode, provinceCode, countryCode, legacyText, place = ''] = readParts(text);
    if (countryCode === undefined) return parse(fromPlainText(text));
    const [latitude, longitude] = place === '' ? [] : place.split(',').map(Number);
    const read = parse({
      line1,
      wardCode,
      provinceCode,
      countryCode,
      legacyText,
      latitude,
      longitude,
    });
    return read.ok ? read : parse({ legacyText: text });
  },
  // Street, ward, district and province in columns of their own are the address somebody would write.
  join: (before, further) => ({
    ...before,
    ...further,
    legacyText: [before.legacyText, further.legacyText].filter(Boolean).join(', '),
  }),
  searchWords: ({ line1, legacyText }) =>
    [line1, legacyText].filter((words) => words !== undefined),
  // History keeps the parts in an order of its own.
  same: (a, b) => [...textKeys, ...degreeKeys].every((key) => a[key] === b[key]),
  jsonSchema: () => ({ ...addressSchema, required: ['countryCode'] }),
  inputSchema: () => addressSchema,
};

const addressSchema = {
  type: 'object',
  properties: {
    line1: { type: 'string', maxLength: texts.line1.max },
    wardCode: { type: 'string', pattern: texts.wardCode.form.source },
    provinceCode: { type: 'string', pattern: texts.provinceCode.form.source },
    countryCode: { type: 'string', pattern: texts.countryCode.form.source },
    legacyText: { type: 'string', maxLength: texts.legacyText.max },
    latitude: { type: 'number', minimum: -90, maximum: 90 },
    longitude: { type: 'number', minimum: -180, maximum: 180 },
  },
  additionalProperties: false,
};

function parse(input: unknown): Parsed<Address | null> {
  if (input === '') return accept(null);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse('wrongType');
  }
  const given: Record<string, unknown> = { ...input };
  const refusals: Refusal[] = Object.keys(given)
    .filter((key) => !Object.hasOwn(texts, key) && !Object.hasOwn(degrees, key))
    .map((part) => ({ code: 'unknownField', part }));
  const value: Omit<Address, 'countryCode'> & { countryCode?: string } = {};
  for (const key of textKeys) {
    const text = parseText(key, given[key]);
    if (typeof text === 'string') value[key] = text;
    else if (text) refusals.push(text);
  }
  for (const key of degreeKeys) {
    const degree = parseDegrees(key, given);
    if (typeof degree === 'number') value[key] = degree;
    else if (degree) refusals.push(degree);
  }
  if (refusals.length > 0) return { ok: false, refusals };
  const { line1, wardCode, provinceCode, countryCode = 'VN', ...rest } = value;
  const says = Object.keys(value).some((key) => key !== 'countryCode');
  if (!says) return accept(null);
  return accept({
    ...(line1 !== undefined && { line1 }),
    ...(wardCode !== undefined && { wardCode }),
    ...(provinceCode !== undefined && { provinceCode }),
    countryCode,
    ...rest,
  });
}

function parseText(part: keyof typeof texts, input: unknown): string | Refusal | undefined {
  if (input === undefined || input === null) return undefined;
  if (typeof input !== 'string') return { code: 'wrongType', part };
  if (hasForbiddenCharacter(input)) return { code: 'badCharacter', part };
  const { max, form } = texts[part];
  const words = parseWords(input);
  // Old addresses of several lines keep them.
  const text = part === 'legacyText' ? nfcLines(input) : words.ok ? words.value : '';
  if (text === '') return undefined;
  if (isLonger(text, max)) return { code: 'tooLong', part, params: { max } };
  return form.test(text) ? text : { code: 'badFormat', part };
}

/** Six decimals are a hand's breadth; a latitude without a longitude is nowhere. */
function parseDegrees(
  part: keyof typeof degrees,
  given: Record<string, unknown>,
): number | Refusal | undefined {
  const input = given[part] ?? undefined;
  const other = given[part === 'latitude' ? 'longitude' : 'latitude'] ?? undefined;
  if (input === undefined) return other === undefined ? undefined : { code: 'required', part };
  if (typeof input !== 'number' || !Number.isFinite(input)) return { code: 'wrongType', part };
  const max = degrees[part];
  if (input < -max) return { code: 'tooSmall', part, params: { min: -max } };
  if (input > max) return { code: 'tooLarge', part, params: { max } };
  return Math.round(input * 1e6) / 1e6 + 0;
}

/** Lists of offices often have only the country; a text of two letters is too little to say so. */
function fromPlainText(text: string): { legacyText: string; countryCode?: string } {
  const country = text.trim().length < 3 ? undefined : findCountry(text);
  return { legacyText: text, ...(country && { countryCode: country.code }) };
}
