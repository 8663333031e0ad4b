import { formatNumber, type Language } from '#shared/locale/number.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { FigureLink } from './figure-link.tsx';
import type { FigureKey, Figures, WorkReport } from './report.queries.ts';
import classes from './report.module.css';
import { reportWords } from './report.words.ts';
import { useFigures } from './use-figures.ts';

const tiles = [
  'planned',
  'done',
  'forgotten',
  'minutesActual',
  'reached',
  'visits',
  'newCustomers',
] as const;
/** A share of what says more than the number alone. */
const wholes: Partial<Record<FigureKey, FigureKey>> = {
  done: 'planned',
  forgotten: 'planned',
  reached: 'calls',
};

/** The sums, each beside the stretch before. */
export function ReportTiles({ report }: { report: WorkReport }) {
  const t = useWords(reportWords);
  const show = useFigures();
  const { language } = useLanguage();
  const { total, totalBefore } = report;
  return (
    <ul className={classes.tiles}>
      {tiles.map((key) => {
        const share = shareOf(total, key);
        const value = show(key, total[key]);
        return (
          <li key={key}>
            <FigureLink report={report} figure={key} className={classes.tile}>
              <span className={classes.what}>{t(key)}</span>
              <span className={classes.value}>
                {value}
                {share !== undefined && (
                  <span className={classes.share}>
                    {t('share', { share: shareText(share, language) })}
                  </span>
                )}
              </span>
              <span className={classes.before}>
                {t('before', { value: show(key, totalBefore[key]) })}
              </span>
            </FigureLink>
          </li>
        );
      })}
    </ul>
  );
}

function shareOf(figures: Figures, key: FigureKey): number | undefined {
  const whole = figures[wholes[key] ?? key];
  if (wholes[key] === undefined || !whole) return undefined;
  return ((figures[key] ?? 0) / whole) * 100;
}

/** Little is not nothing. */
const shareText = (share: number, language: Language): string =>
  share > 0 && share < 1 ? '<1' : formatNumber(String(Math.round(share)), language);
