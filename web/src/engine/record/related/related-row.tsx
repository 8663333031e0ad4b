import { Link } from '@tanstack/react-router';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { FieldShow } from '../../fields/field-show.tsx';
import { titleOf } from '../../records/title.ts';
import { recordWords } from '../record.words.ts';
import classes from './related.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData;
  /** The relation that leads here: said already by the heading. */
  without: string;
}

/** A related record in two lines: name and sum, state and day. */
export function RelatedRow({ object, record, without }: Props) {
  const t = useWords(recordWords);
  const { language } = useLanguage();
  const facts = object.layout.facts
    .filter((key) => key !== object.title && key !== without)
    .flatMap((key) => object.field.get(key) ?? [])
    .filter(({ key }) => record[key] !== null && record[key] !== undefined);
  const sum = facts.find(({ kind }) => kind === 'money');
  const day = facts.find(({ kind }) => kind === 'date');
  const state =
    facts.find(({ kind }) => kind === 'select') ?? facts.find((each) => isShort(each, sum, day));
  const cell = (field: ScreenField | undefined, isRight = false) => (
    <span className={isRight ? classes.right : classes.second}>
      {field && <FieldShow field={field} value={record[field.key]} place="card" />}
    </span>
  );
  return (
    <Link
      className={classes.row}
      to="/$objects/$id"
      params={{ objects: object.path, id: record.id }}
    >
      <span className={classes.name}>{titleOf(object, record, language) || t('noTitle')}</span>
      {cell(sum, true)}
      {cell(state)}
      {cell(day, true)}
    </Link>
  );
}

const isShort = (field: ScreenField, ...others: (ScreenField | undefined)[]): boolean =>
  !others.includes(field) && field.kind !== 'member' && field.kind !== 'longText';
