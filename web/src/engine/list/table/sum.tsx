import type { ScreenField } from '#web/api/model.ts';
import { useLanguage } from '#web/words/language.tsx';
import { sumText } from './sum-text.ts';

/** A sum of a column. */
export function Sum({ field, value }: { field: ScreenField; value: unknown }) {
  const { language } = useLanguage();
  return sumText(field, value, language);
}
