import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenField } from '#web/api/model.ts';
import { useLanguage } from '#web/words/language.tsx';
import { fieldView } from '../../fields/index.ts';

/** A sum of a column. Money comes in the currency of the company, which the head of the column names. */
export function Sum({ field, value }: { field: ScreenField; value: unknown }) {
  const { language, timeZone } = useLanguage();
  if (value === null || value === undefined) return '0';
  if (field.kind === 'money' && typeof value === 'string') return formatNumber(value, language);
  return fieldView(field).toText(value, field, language, timeZone);
}
