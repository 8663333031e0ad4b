import { Skeleton } from '@mantine/core';
import type { ScreenField } from '#web/api/model.ts';
import { useLabel } from '#web/words/language.tsx';
import { FieldShow } from '../../fields/field-show.tsx';
import { InlineEdit } from '../../fields/inline-edit.tsx';
import { fieldView, isKnownKind } from '../../fields/index.ts';
import { useMe } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import classes from './facts.module.css';

/** A field with its label; its value opens to be changed where it may be. */
export function Fact({ field, isStacked = false }: { field: ScreenField; isStacked?: boolean }) {
  const label = useLabel();
  const { id: me } = useMe();
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
        ) : field.writable && isKnownKind(field.kind) ? (
          // What is gone can no longer be opened, but what is being typed stays.
          <div className={isGone ? classes.read : ''}>
            <InlineEdit
              object={object}
              record={record}
              field={{ ...field, writable: !isGone, required: asked }}
              keepAs={[me, record.id, field.key, isStacked ? 'details' : 'facts'].join('.')}
            />
          </div>
        ) : (
          <ReadValue field={field} value={value} />
        )}
      </dd>
    </div>
  );
}

/** What this person may not change. */
function ReadValue({ field, value }: { field: ScreenField; value: unknown }) {
  return (
    <div className={classes.read}>
      {value === null ? (
        <span className={classes.none}>–</span>
      ) : (
        <FieldShow field={field} value={value} place="page" />
      )}
    </div>
  );
}
