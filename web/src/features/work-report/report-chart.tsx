import { useCallback } from 'react';
import { formatNumber } from '#shared/locale/number.ts';
import { formatDate } from '#shared/locale/date.ts';
import { chartOption } from '#web/engine/chart/chart-option.ts';
import { EChart } from '#web/engine/chart/echart.tsx';
import type { Tokens } from '#web/engine/chart/tokens.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { daysOf } from './periods.ts';
import type { WorkReport } from './report.queries.ts';
import { reportWords } from './report.words.ts';

const series = ['done', 'open', 'forgotten', 'cancelled'] as const;
/** Done is calm, what was forgotten is what one should see; numbers of the colours of charts. */
const colours = [3, 1, 0, 7];
/** Of more days only those with work are drawn. */
const mostDays = 62;

/** What became of each day's work. */
export function ReportChart({ report }: { report: WorkReport }) {
  const t = useWords(reportWords);
  const { language } = useLanguage();
  const option = useCallback(
    (tokens: Tokens) => {
      const known = new Map(report.days.map(({ day, figures }) => [day, figures]));
      const all = daysOf(report);
      const days = all.length > mostDays ? [...known.keys()] : all;
      const drawn = chartOption(
        {
          kind: 'bar',
          data: {
            groups: days.map((day) => ({ key: day, name: formatDate(day).slice(0, 5) })),
            series: series.map((key) => ({
              key,
              name: t(key),
              values: days.map((day) => known.get(day)?.[key] ?? 0),
            })),
            total: report.total.planned ?? 0,
            found: days.length,
          },
          isLying: false,
          isTimed: true,
          isNarrow: false,
          isAdding: true,
          show: (value) => formatNumber(String(value), language),
          goesOn: String,
        },
        tokens,
      );
      return { ...drawn, color: colours.map((at) => tokens.series[at] ?? tokens.ink) };
    },
    [report, language, t],
  );
  const days = { from: formatDate(report.from), to: formatDate(report.to) };
  return <EChart option={option} label={t('chart', days)} />;
}
