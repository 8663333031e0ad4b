import { formatNumber } from '#shared/locale/number.ts';
import type { Language } from '#shared/messages/language.ts';
import type { ScreenField } from '#web/api/model.ts';
import { fieldView } from '../../fields/index.ts';

/** Kinds whose values are numbers; a sum of them comes as text, however large it is. */
const counted: ReadonlySet<string> = new Set(['number', 'duration', 'rating']);

/** A sum as its column shows figures. Money comes in the currency of the company, which the head of the column names. */
export function sumText(field: ScreenField, value: unknown, language: Language): string {
  if (value === null || value === undefined) return '0';
  if (field.kind === 'money' && typeof value === 'string') return formatNumber(value, language);
  const figure = counted.has(field.kind) ? Number(value) : value;
  return fieldView(field).toText(figure, field, language, 'UTC');
}
