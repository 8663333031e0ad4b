import type { PhonesField } from '#shared/fields/phones.ts';
import { showPhone } from '../show-phone.ts';
import { listInput } from './list-input.tsx';

export const phones = listInput<PhonesField>({ inputMode: 'tel', show: showPhone });
