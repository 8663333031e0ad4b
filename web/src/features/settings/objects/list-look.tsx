import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { FieldShow } from '#web/engine/fields/field-show.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import classes from './preview.module.css';

interface Props {
  object: ScreenObject;
  records: readonly RecordData[];
}

/** The head and the first rows of the list. */
export function ListLook({ object, records }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const columns = object.list.flatMap((key) => object.field.get(key) ?? []);
  return (
    <>
      <h3 className={classes.title}>{label(object.pluralLabel)}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((field) => (
              <th key={field.key}>{label(field.label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              {columns.map((field) => (
                <td key={field.key}>
                  <FieldShow field={field} value={record[field.key]} place="cell" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {records.length === 0 && <p className={classes.empty}>{t('noRecords')}</p>}
    </>
  );
}
