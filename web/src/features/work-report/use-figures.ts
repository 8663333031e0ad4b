import { useCallback } from 'react';
import { formatNumber } from '#shared/locale/number.ts';
import { useObject } from '#web/engine/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { FigureKey, ReportRow } from './report.queries.ts';
import { reportWords } from './report.words.ts';

/** How figures are written: minutes as hours. */
export function useFigures() {
  const t = useWords(reportWords);
  const { language } = useLanguage();
  return useCallback(
    (key: FigureKey, value: number | null): string => {
      if (value === null) return '–';
      const isTime = key === 'minutesPlanned' || key === 'minutesActual';
      const shown = isTime ? Math.round(value / 6) / 10 : value;
      const text = formatNumber(String(shown), language);
      return isTime ? t('hours', { hours: text }) : text;
    },
    [language, t],
  );
}

/** What a line is of. */
export function useRowName() {
  const t = useWords(reportWords);
  const label = useLabel();
  const field = useObject({ key: 'activity' })?.field.get('kind');
  return (key: ReportRow['key']): string => {
    if (key === null) return t('nobody');
    if (typeof key !== 'string') return key.title ?? t('nobody');
    const option =
      field?.kind === 'select' ? field.options.find(({ value }) => value === key) : undefined;
    return option ? label(option.label) : key;
  };
}
