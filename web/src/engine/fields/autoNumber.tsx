import type { AutoNumberField } from '#shared/fields/autoNumber.ts';
import { textView } from './text-view.tsx';

export const autoNumber = textView<AutoNumberField>({ width: 120 });
