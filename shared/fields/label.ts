import { z } from 'zod';
import { nfc } from '../locale/text.ts';
import { hasForbiddenCharacter } from './text.ts';

/** One line that people read: tidied like every text, up to `max` characters. */
export const words = (max: number) =>
  z
    .string()
    .refine((input) => !hasForbiddenCharacter(input), { params: { code: 'badCharacter' } })
    .overwrite(nfc)
    .min(1)
    .max(max);

const name = words(100);

/** A name in both languages, as an administrator writes it. */
export const labelSchema = z.strictObject({ vi: name, en: name });
