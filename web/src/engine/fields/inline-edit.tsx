import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { readInline } from '../records/inline-draft.ts';
import { FieldShow } from './field-show.tsx';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import { InlineBox } from './inline-box.tsx';
import { useChangedNotice } from './use-changed-notice.ts';

interface Props {
  object: ScreenObject;
  record: RecordData;
  field: ScreenField;
  /** In a `cell` the box is open at once and closes with the value; on a `page` the value opens it, and says what was saved. */
  place: 'cell' | 'page';
  /** Under which name what is typed is kept until it is saved; without it, it is not. */
  keepAs?: string;
  /** The record as it is now, or nothing when it was left as it was. */
  onSaved?(record?: RecordData): void;
}

/** Values that lead somewhere: beside them stands a button, for a finger must not hit both. */
const linkedKinds = new Set([
  'relation',
  'relations',
  'links',
  'phone',
  'phones',
  'email',
  'emails',
  'url',
  'file',
  'files',
  'richText',
]);

/** A value with the box over it: Enter saves, Esc undoes, leaving saves what was changed. */
export function InlineEdit({ object, record, field, place, keepAs, onSaved }: Props) {
  const t = useWords(fieldWords);
  const label = useLabel();
  const notice = useChangedNotice(object, field);
  const [isOpen, setOpen] = useState(
    () => place === 'cell' || (keepAs !== undefined && readInline(keepAs) !== null),
  );
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Closed by a key: the focus was in the box that is gone.
    if (wasOpen.current && !isOpen && document.activeElement === document.body)
      opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const value: unknown = record[field.key] ?? null;
  if (isOpen)
    return (
      <InlineBox
        object={object}
        record={record}
        field={field}
        place={place}
        keepAs={keepAs}
        onClose={(next, before) => {
          setOpen(false);
          if (place === 'page' && next && before) notice(next, before);
          onSaved?.(next);
        }}
      />
    );
  if (!field.writable) return <FieldShow field={field} value={value} place={place} />;
  const open = () => setOpen(true);
  const isLinked = value !== null && linkedKinds.has(field.kind);
  return (
    <div
      className={`${classes.value} ${isLinked ? classes.linked : ''}`}
      // A link in the value acts; beside it, the value is opened.
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) open();
      }}
      role="presentation"
    >
      <div className={classes.shown}>
        {value === null ? (
          <span className={classes.empty}>–</span>
        ) : (
          <FieldShow field={field} value={value} place={place} />
        )}
      </div>
      <button
        ref={opener}
        type="button"
        className={classes.opener}
        aria-label={t('edit', { name: label(field.label) })}
        onKeyDown={(event) => {
          if (event.key === 'F2') open();
        }}
      >
        {isLinked && <IconPencil size={16} stroke={1.7} />}
      </button>
    </div>
  );
}
