import { Radio } from '@mantine/core';
import type { CSSProperties } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { duplicatesWords } from '../duplicates.words.ts';
import { CompareRow } from './compare-row.tsx';
import classes from './compare-table.module.css';
import type { MergeChoice } from './merge-choice.ts';
import { nameOf } from './use-merge.ts';

interface Props {
  object: ScreenObject;
  fields: readonly ScreenField[];
  /** Oldest first. */
  records: readonly RecordData[];
  survivor: string;
  choice: MergeChoice;
  errors: unknown;
  onSurvivor: (id: string) => void;
  onChoose: (field: string, from: string) => void;
}

/** A column per record, a row per field. */
export function CompareTable(props: Props) {
  const { object, fields, records, survivor, choice, errors, onSurvivor, onChoose } = props;
  const t = useWords(duplicatesWords);
  const { timeZone } = useLanguage();
  const titleOf = (record: RecordData) =>
    (object.title === null ? undefined : nameOf(record[object.title])) ?? t('unnamed');
  const madeOn = ({ createdAt }: RecordData) =>
    createdAt === undefined ? '' : formatDate(dateInZone(new Date(createdAt), timeZone));
  // One variable of the rows of a phone: how many share their width.
  const columns: CSSProperties = { ['--records' as string]: records.length };
  const told = isProblem(errors) ? errors.errors : [];
  return (
    <div className={classes.frame}>
      <table className={classes.table} style={columns}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('field')}</span>
            </th>
            {records.map((record, i) => (
              <th key={record.id} scope="col" data-kept={record.id === survivor}>
                <span className={classes.name}>{titleOf(record)}</span>
                <span className={classes.made}>
                  {t(i === 0 ? 'oldest' : 'made', { date: madeOn(record) })}
                </span>
                <Radio
                  name="survivor"
                  label={t('survivor')}
                  aria-label={`${t('survivor')}: ${titleOf(record)} ${i + 1}`}
                  checked={record.id === survivor}
                  onChange={() => onSurvivor(record.id)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <CompareRow
              key={field.key}
              field={field}
              records={records}
              survivor={survivor}
              choice={choice}
              titleOf={titleOf}
              error={told.find(({ path }) => path.split('.')[1] === field.key)?.message}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
