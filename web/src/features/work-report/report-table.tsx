import { formatDate } from '#shared/locale/date.ts';
import { useWords } from '#web/words/language.tsx';
import { FigureLink } from './figure-link.tsx';
import { figureKeys, type FigureKey, type ReportRow, type WorkReport } from './report.queries.ts';
import classes from './report.module.css';
import { reportWords } from './report.words.ts';
import { useFigures, useRowName } from './use-figures.ts';

/** A line for each person, team, customer, matter or kind; every number leads to its list. */
export function ReportTable({ report }: { report: WorkReport }) {
  const t = useWords(reportWords);
  const nameOf = useRowName();
  const shown = figureKeys.filter(
    (key) => key !== 'newCustomers' || report.by === 'person' || report.by === 'team',
  );
  return (
    <div className={classes.wide}>
      <table className={classes.table}>
        <caption className="unseen">
          {t('table', { from: formatDate(report.from), to: formatDate(report.to) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(report.by)}</th>
            {shown.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <Line
              key={typeof row.key === 'string' ? row.key : (row.key?.id ?? '')}
              report={report}
              row={row}
              name={nameOf(row.key)}
              shown={shown}
            />
          ))}
        </tbody>
        <tfoot>
          <Line report={report} name={t('total')} shown={shown} />
        </tfoot>
      </table>
    </div>
  );
}

interface Props {
  report: WorkReport;
  /** Undefined: of all. */
  row?: ReportRow;
  name: string;
  shown: readonly FigureKey[];
}

function Line({ report, row, name, shown }: Props) {
  const t = useWords(reportWords);
  const show = useFigures();
  const figures = row?.figures ?? report.total;
  const before = row ? row.before : report.totalBefore;
  return (
    <tr>
      <th scope="row">{name}</th>
      {shown.map((key) => {
        const value = show(key, figures[key]);
        return (
          <td key={key} data-label={t(key)} data-warn={isWarning(key, figures[key]) || undefined}>
            {figures[key] === 0 ? (
              <span className={classes.zero}>{value}</span>
            ) : (
              <FigureLink
                report={report}
                row={row}
                figure={key}
                label={t('list', { figure: t(key), name, value })}
              >
                {value}
              </FigureLink>
            )}
            {before !== null && key === 'done' && (
              <span className={classes.before}>
                {t('before', { value: show(key, before[key]) })}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

const isWarning = (key: FigureKey, value: number | null): boolean =>
  key === 'forgotten' && (value ?? 0) > 0;
