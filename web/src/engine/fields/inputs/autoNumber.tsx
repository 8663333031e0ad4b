import type { AutoNumberField } from '#shared/fields/autoNumber.ts';
import { typedInput } from './typed-input.tsx';

/** Looked for in filters; records are given theirs. */
export const autoNumber = typedInput<AutoNumberField>();
