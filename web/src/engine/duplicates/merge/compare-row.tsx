import { Radio } from '@mantine/core';
import { FieldShow } from '#web/engine/fields/field-show.tsx';
import type { ScreenField } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { duplicatesWords } from '../duplicates.words.ts';
import classes from './compare-table.module.css';
import { all, isFilled, isList, keptFrom, type MergeChoice } from './merge-choice.ts';

interface Props {
  field: ScreenField;
  records: readonly RecordData[];
  survivor: string;
  choice: MergeChoice;
  titleOf: (record: RecordData) => string;
  error: string | undefined;
  onChoose: (field: string, from: string) => void;
}

/** One field of all records; the value that stays is marked. */
export function CompareRow(props: Props) {
  const { field, records, survivor, choice, titleOf, error, onChoose } = props;
  const t = useWords(duplicatesWords);
  const label = useLabel();
  const name = label(field.label);
  const from = keptFrom(field, records, survivor, choice);
  return (
    <tr>
      <th scope="row">
        {name}
        {isList(field) && (
          <Radio
            name={field.key}
            label={t('keepAll')}
            checked={from === all}
            onChange={() => onChoose(field.key, all)}
          />
        )}
        {error !== undefined && <span className={classes.error}>{error}</span>}
      </th>
      {records.map((record, i) => {
        const isKept = from === record.id || from === all;
        return (
          <td key={record.id} data-kept={isKept}>
            <label className={classes.value}>
              <Radio
                name={field.key}
                aria-label={t('choose', { field: name, name: `${titleOf(record)} ${i + 1}` })}
                checked={from === record.id}
                onChange={() => onChoose(field.key, record.id)}
              />
              <span className={classes.shown}>
                {isFilled(field, record) ? (
                  <FieldShow field={field} value={record[field.key]} place="card" />
                ) : (
                  <span className={classes.empty}>{t('empty')}</span>
                )}
              </span>
            </label>
          </td>
        );
      })}
    </tr>
  );
}
