import type { EmailsField } from '#shared/fields/emails.ts';
import { listView } from './list-view.tsx';

export const emails = listView<EmailsField>({
  width: 200,
  scheme: 'mailto:',
  show: (text) => text,
});
