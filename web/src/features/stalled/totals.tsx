import { formatCompact } from '#shared/locale/format-money.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from './stalled.module.css';
import type { Amount, Sheet } from './stalled.queries.ts';
import { stalledWords } from './stalled.words.ts';

/** What the sheet was about, and what came of it, in figures. */
export function Totals({ sheet: { sheet, lines, totals } }: { sheet: Sheet }) {
  const t = useWords(stalledWords);
  const { language } = useLanguage();
  const value = asAmount(sheet['valueAtRisk']);
  const left = Number(sheet['left'] ?? 0);
  const figures = [
    t('customers', { count: lines.length }),
    ...(value && value.amount !== '0'
      ? [t('atRisk', { value: formatCompact(value.amount, language) })]
      : []),
    ...(['handedOver', 'contacted', 'stageMoved', 'lost'] as const)
      .filter((key) => totals[key] > 0)
      .map((key) => t(key, { count: totals[key] })),
  ];
  return (
    <p className={classes.totals}>
      {figures.map((figure) => (
        <span key={figure}>{figure}</span>
      ))}
      {left > 0 && <span className={classes.quiet}>{t('leftOut', { count: left })}</span>}
    </p>
  );
}

function asAmount(value: unknown): Amount | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { amount, currency } = { amount: undefined, currency: undefined, ...value };
  return typeof amount === 'string' && typeof currency === 'string'
    ? { amount, currency }
    : undefined;
}
