import type { TextField } from '#shared/fields/text.ts';
import { typedInput } from './typed-input.tsx';

export const text = typedInput<TextField>();
