import type { EmailsField } from '#shared/fields/emails.ts';
import { listView } from './list-view.tsx';

export const emails = listView<EmailsField>({
  width: 200,
  inputMode: 'email',
  scheme: 'mailto:',
  show: (text) => text,
});
