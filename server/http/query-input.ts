import { z } from 'zod';
import { isTooDeep } from './parse-json.ts';

/** For routes that take no query parameters. */
export const noQuery = z.strictObject({});

/** A whole number in an address: digits only, nothing is guessed. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));

export const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

export const commaList = (most: number) =>
  z
    .string()
    .min(1)
    .max(most * 100)
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(1).max(100)).max(most));

/** JSON inside a query parameter. */
export const jsonText = z
  .string()
  .max(16_000)
  .transform((text, check): unknown => {
    try {
      if (!isTooDeep(text)) return JSON.parse(text);
    } catch {
      // Said below, for both.
    }
    check.addIssue({ code: 'custom', params: { code: 'badFilter' }, input: text });
    return z.NEVER;
  });

/** A JSON object whose members the engine checks, so that they are looked at once. */
export const plainObject = z.custom<Record<string, unknown>>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  { params: { code: 'wrongType' } },
);
