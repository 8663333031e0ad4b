import type { EmailsField } from '#shared/fields/emails.ts';
import { listInput } from './list-input.tsx';

export const emails = listInput<EmailsField>({ inputMode: 'email', show: (text) => text });
