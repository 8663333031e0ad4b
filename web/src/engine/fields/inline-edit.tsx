import { IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { readInline } from '../records/inline-draft.ts';
import { FieldShow } from './field-show.tsx';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import { useChangedNotice } from './use-changed-notice.ts';
import { fieldView } from './view-registry.ts';

/** Boxes of all kinds are needed by whoever begins to change something, not to read. */
const loadBox = () => import('./inline-box.tsx');
const InlineBox = lazy(async () => ({ default: (await loadBox()).InlineBox }));

interface Props {
  object: ScreenObject;
  record: RecordData;
  field: ScreenField;
  /** Under which name what is typed is kept until it is saved; without it, it is not. */
  keepAs?: string;
  /** The record as it is now, or nothing when it was left as it was. */
  onSaved?(record?: RecordData): void;
}

/** A value on a page, which opens the box over it: Enter saves, Esc undoes, leaving saves what was changed. */
export function InlineEdit({ object, record, field, keepAs, onSaved }: Props) {
  const t = useWords(fieldWords);
  const label = useLabel();
  const notice = useChangedNotice(object, field);
  const [isOpen, setOpen] = useState(() => keepAs !== undefined && readInline(keepAs) !== null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Closed by a key: the focus was in the box that is gone.
    if (wasOpen.current && !isOpen && document.activeElement === document.body)
      opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const value: unknown = record[field.key] ?? null;
  const shown =
    value === null ? (
      <span className={classes.empty}>–</span>
    ) : (
      <FieldShow field={field} value={value} place="page" />
    );
  if (isOpen)
    return (
      <Suspense fallback={shown}>
        <InlineBox
          object={object}
          record={record}
          field={field}
          place="page"
          keepAs={keepAs}
          onClose={(next, before) => {
            setOpen(false);
            if (next && before) notice(next, before);
            onSaved?.(next);
          }}
        />
      </Suspense>
    );
  if (!field.writable || object.rights.update === 'none') return shown;
  const open = () => setOpen(true);
  const isLinked = value !== null && fieldView(field).followed === true;
  return (
    <div
      className={`${classes.value} ${isLinked ? classes.linked : ''}`}
      // A link in the value acts; beside it, the value is opened.
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) open();
      }}
      onPointerEnter={() => void loadBox().catch(() => null)}
      role="presentation"
    >
      <div className={classes.shown}>{shown}</div>
      <button
        ref={opener}
        type="button"
        className={classes.opener}
        aria-label={t('edit', { name: label(field.label) })}
        onFocus={() => void loadBox().catch(() => null)}
        onKeyDown={(event) => {
          if (event.key === 'F2') open();
        }}
      >
        {isLinked && <IconPencil size={16} stroke={1.7} />}
      </button>
    </div>
  );
}
