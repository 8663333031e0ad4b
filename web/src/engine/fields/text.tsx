import type { TextField } from '#shared/fields/text.ts';
import { textView } from './text-view.tsx';

export const text = textView<TextField>();
