import type { PhoneField } from '#shared/fields/phone.ts';
import { typedInput } from './typed-input.tsx';

export const phone = typedInput<PhoneField>({ inputMode: 'tel' });
