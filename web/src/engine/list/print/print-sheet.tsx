import { Portal } from '@mantine/core';
import { useEffect } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { FieldShow } from '../../fields/field-show.tsx';
import { fieldView } from '../../fields/index.ts';
import { sayFilter } from '../../filter/filter-words.ts';
import { useNames } from '../../filter/use-names.ts';
import { useMe, useModel } from '../../model.ts';
import { useNow } from '../../record/use-now.ts';
import { columnName } from '../column-field.ts';
import { inSentence } from '../in-sentence.ts';
import type { ListState } from '../list-params.ts';
import { Sum } from '../table/sum.tsx';
import { printWords } from './print.words.ts';
import type { PrintedList } from './use-print.ts';
import classes from './print.module.css';

interface Props {
  object: ScreenObject;
  state: ListState;
  /** The view's name, where it is not everything. */
  name: string;
  list: PrintedList;
  onDone(): void;
}

/** The list on paper: all its rows under heads that every page repeats. It prints itself and goes away. */
export function PrintSheet({ object, state: { where, q }, name, list, onDone }: Props) {
  const t = useWords(printWords);
  const label = useLabel();
  const { language, timeZone } = useLanguage();
  const { workspace } = useMe();
  const names = useNames(where, object);
  const filter = sayFilter(where, object, useModel(), language, { timeZone, names });
  const { columns, records, totals } = list;
  const now = useNow();
  useEffect(() => {
    window.addEventListener('afterprint', onDone);
    // Once it has been laid out.
    const frame = window.requestAnimationFrame(() => window.print());
    return () => {
      window.cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  const count = totals?.count ?? records.length;
  const said = {
    shown: formatNumber(String(records.length), language),
    count: formatNumber(String(count), language),
    name: inSentence(label(count === 1 ? object.label : object.pluralLabel)),
  };
  const isWhole = records.length >= count;
  const right = (at: number) => {
    const column = columns[at];
    return column && fieldView(column.field).align === 'right' ? classes.right : undefined;
  };
  return (
    <Portal>
      <article className={classes.sheet} data-print-sheet>
        <header className={classes.headLine}>
          <h1 className={classes.title}>{name}</h1>
          <p className={classes.meta}>
            {[
              workspace.name,
              t(isWhole ? 'all' : 'cut', said),
              ...(q === undefined ? [] : [t('search', { words: q })]),
              ...(filter === '' ? [] : [t('filter', { filter })]),
              t('printedOn', { date: formatDateTime(now, timeZone) }),
            ].join(' · ')}
          </p>
        </header>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column.key} scope="col" className={right(at)}>
                  {columnName(column, label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id}>
                {columns.map(({ key, field }, at) => (
                  <td key={key} className={right(at)}>
                    <OnPaper field={field} value={record[key]} />
                  </td>
                ))}
              </tr>
            ))}
            {totals && totals.sums.size > 0 && (
              <tr className={classes.sums}>
                {columns.map(({ key, field }, at) => (
                  <td key={key} className={right(at)}>
                    {totals.sums.has(key) ? (
                      <Sum field={field} value={totals.sums.get(key)} />
                    ) : (
                      at === 0 && t('sum', said)
                    )}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </article>
    </Portal>
  );
}

/** As in a list, but with names in full: paper is wide. */
function OnPaper({ field, value }: { field: ScreenField; value: unknown }) {
  const { language, timeZone } = useLanguage();
  return field.kind === 'relation' ? (
    fieldView(field).toText(value, field, language, timeZone)
  ) : (
    <FieldShow field={field} value={value} place="card" />
  );
}
