import type { PhonesField } from '#shared/fields/phones.ts';
import { listView } from './list-view.tsx';
import { showPhone } from './show-phone.ts';

export const phones = listView<PhonesField>({
  width: 148,
  scheme: 'tel:',
  show: showPhone,
});
