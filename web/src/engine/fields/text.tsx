import type { TextField } from '#shared/fields/text.ts';
import type { FieldView } from './field-view.ts';
import { textView } from './text-view.tsx';

export const text: FieldView<TextField> = { ...textView(), chartable: true };
