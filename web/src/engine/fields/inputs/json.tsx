import type { JsonField } from '#shared/fields/json.ts';
import type { FieldInput } from '../field-input.ts';
import { unknown } from './unknown.tsx';

export const json: FieldInput<JsonField> = unknown;
