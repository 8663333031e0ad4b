import { useWords } from '#web/words/language.tsx';
import type { ChartData } from './chart-data.ts';
import classes from './chart.module.css';
import { chartWords } from './chart.words.ts';

/** The same as a table: for who does not see the picture, and for copying. */
export function ChartNumbers({ data, show }: { data: ChartData; show: (value: number) => string }) {
  const t = useWords(chartWords);
  return (
    <details className={classes.numbers}>
      <summary>{t('numbers')}</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            {data.series.map(({ name }, at) => (
              <th key={at} scope="col">
                {name || t('count')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.groups.map(({ name }, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {data.series.map(({ values }, column) => (
                <td key={column}>{show(values[at] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
