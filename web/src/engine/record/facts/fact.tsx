import { Skeleton } from '@mantine/core';
import type { ScreenField } from '#web/api/model.ts';
import { useLabel } from '#web/words/language.tsx';
import { FieldShow } from '../../fields/field-show.tsx';
import { InlineEdit } from '../../fields/inline-edit.tsx';
import { fieldView } from '../../fields/index.ts';
import { useOnPage } from '../record-context.tsx';
import { RelationValue } from './relation-value.tsx';
import classes from './facts.module.css';

/** A field with its label; its value opens to be changed where it may be. */
export function Fact({ field, isStacked = false }: { field: ScreenField; isStacked?: boolean }) {
  const label = useLabel();
  const { object, record, isGone } = useOnPage();
  const value = record[field.key];
  const isTall = isStacked || fieldView(field).block === true || field.kind === 'longText';
  const asked = object.layout.required.includes(field.key) || field.required === true;
  return (
    <div className={`${classes.fact} ${isTall ? classes.tall : ''}`} data-field={field.key}>
      <dt title={field.help === undefined ? undefined : label(field.help)}>{label(field.label)}</dt>
      <dd>
        {value === undefined ? (
          <Skeleton height={12} width="60%" />
        ) : isGone || !field.writable ? (
          value === null ? (
            <span className={classes.none}>–</span>
          ) : field.kind === 'relation' ? (
            <RelationValue field={field} value={value} />
          ) : (
            <FieldShow field={field} value={value} place="page" />
          )
        ) : (
          <>
            <InlineEdit
              object={object}
              record={record}
              field={asked ? { ...field, required: true } : field}
              place="page"
            />
            {field.kind === 'relation' && value !== null && (
              <RelationValue field={field} value={value} isArrow />
            )}
          </>
        )}
      </dd>
    </div>
  );
}
