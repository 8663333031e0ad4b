import type { UrlField } from '#shared/fields/url.ts';
import { typedInput } from './typed-input.tsx';

export const url = typedInput<UrlField>({ inputMode: 'url' });
