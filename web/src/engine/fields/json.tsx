import type { JsonField } from '#shared/fields/json.ts';
import type { FieldView } from './field-view.ts';
import { unknownView } from './unknown-view.tsx';

export const json: FieldView<JsonField> = unknownView;
