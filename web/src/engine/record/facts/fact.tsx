import { Skeleton } from '@mantine/core';
import type { ScreenField } from '#web/api/model.ts';
import { useLabel } from '#web/words/language.tsx';
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
  const isBlock = fieldView(field).block === true;
  const looks = [classes.fact, (isStacked || isBlock) && classes.tall, isBlock && classes.block];
  // What is gone can no longer be opened, but what is being typed stays.
  const canWrite =
    field.writable && object.rights.update !== 'none' && isKnownKind(field.kind) && !isGone;
  const asked = object.layout.required.includes(field.key) || field.required === true;
  return (
    <div className={looks.filter(Boolean).join(' ')} data-field={field.key}>
      <dt title={field.help === undefined ? undefined : label(field.help)}>{label(field.label)}</dt>
      <dd>
        {value === undefined ? (
          <Skeleton height={12} width="60%" />
        ) : (
          <div className={canWrite ? '' : classes.read}>
            <InlineEdit
              object={object}
              record={record}
              field={{ ...field, writable: canWrite, required: asked }}
              keepAs={[me, record.id, field.key, isStacked ? 'details' : 'facts'].join('.')}
            />
          </div>
        )}
      </dd>
    </div>
  );
}
