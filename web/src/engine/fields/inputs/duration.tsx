import type { DurationField } from '#shared/fields/duration.ts';
import { readMinutes } from './read-minutes.ts';
import { typedInput } from './typed-input.tsx';

export const duration = typedInput<DurationField>({ example: '1h30', read: readMinutes });
