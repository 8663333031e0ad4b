import { useCallback } from 'react';
import { formatNumber } from '#shared/locale/number.ts';
import { useLanguage } from '#web/words/language.tsx';

/** Counts as the language writes them. */
export function useFigure(): (count: number) => string {
  const { language } = useLanguage();
  return useCallback((count) => formatNumber(String(count), language), [language]);
}
