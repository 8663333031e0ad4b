import type { EmailField } from '#shared/fields/email.ts';
import { typedInput } from './typed-input.tsx';

export const email = typedInput<EmailField>({ inputMode: 'email' });
