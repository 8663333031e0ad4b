import { useWords } from '#web/words/language.tsx';
import { many, type ChartData } from './chart-data.ts';
import classes from './chart.module.css';
import { chartWords } from './chart.words.ts';

interface Props {
  data: ChartData;
  show(value: number): string;
  onPick(at: { index: number; series: number }): void;
}

/** The same as a table: for who does not see the picture, for the keyboard, and for copying. */
export function ChartNumbers({ data, show, onPick }: Props) {
  const t = useWords(chartWords);
  return (
    <details className={classes.numbers}>
      <summary>{t('numbers')}</summary>
      <div className={classes.wide}>
        <table className={classes.table}>
          <caption className="unseen">{t('numbersHint')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('group')}</th>
              {data.series.map(({ name }, at) => (
                <th key={at} scope="col">
                  {name || t('value')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.groups.map(({ key, name }, index) => (
              <tr key={index}>
                <th scope="row">{name}</th>
                {data.series.map(({ values }, series) => {
                  const value = values[index];
                  const text = value === null || value === undefined ? '–' : show(value);
                  return (
                    <td key={series}>
                      {key === many ? (
                        text
                      ) : (
                        <button
                          type="button"
                          className={classes.open}
                          title={t('open', { name })}
                          onClick={() => onPick({ index, series })}
                        >
                          {text}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
