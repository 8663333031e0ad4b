import { z } from 'zod';

const words = z.string().trim().min(1).max(100);

/** A name in both languages, as an administrator writes it. */
export const labelSchema = z.strictObject({ vi: words, en: words });
