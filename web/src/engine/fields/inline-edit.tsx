import { useRef, useState, type KeyboardEvent, type FocusEvent } from 'react';
import { isProblem, type Problem } from '#web/api/problem.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { ConflictMerge } from '../records/conflict-merge.tsx';
import { useSave } from '../records/save.ts';
import { FieldEdit } from './field-edit.tsx';
import { FieldOwner } from './field-owner.tsx';
import { FieldShow } from './field-show.tsx';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';

interface Props {
  object: ScreenObject;
  record: RecordData;
  field: ScreenField;
  /** In a `cell` the box is open at once and closes with the value; on a `page` the value opens it. */
  place: 'cell' | 'page';
  /** The record as it is now, or nothing when it was left as it was. */
  onSaved?(record?: RecordData): void;
}

/** A value with the box over it: Enter saves, Esc undoes, leaving saves what was changed. */
export function InlineEdit({ object, record, field, place, onSaved }: Props) {
  const t = useWords(fieldWords);
  const label = useLabel();
  const { update } = useSave(object);
  const [isOpen, setOpen] = useState(place === 'cell');
  const [draft, setDraft] = useState<{ value: unknown } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const saved: unknown = record[field.key] ?? null;
  const value = draft ? draft.value : saved;

  const close = (next?: RecordData) => {
    setOpen(false);
    setDraft(null);
    setProblem(null);
    onSaved?.(next);
  };
  const save = async (values: Record<string, unknown>, version: number | undefined) => {
    try {
      close(await update(record.id, version, values));
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    }
  };
  const submit = () =>
    draft === null || JSON.stringify(draft.value) === JSON.stringify(saved)
      ? close()
      : void save({ [field.key]: draft.value }, record.version);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const isText = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && (!isText || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  const onBlur = (event: FocusEvent) => {
    // Menus and calendars of the box are elsewhere in the document; while one is open, one is still in the box.
    const next = event.relatedTarget;
    if (problem !== null || (next instanceof Node && isPartOf(box.current, next))) return;
    if (next !== null) submit();
  };

  if (!isOpen)
    return field.writable ? (
      <button
        type="button"
        className={classes.value}
        aria-label={`${t('edit', { name: label(field.label) })}`}
        onClick={() => setOpen(true)}
      >
        {saved === null ? (
          <span className={classes.empty}>–</span>
        ) : (
          <FieldShow field={field} value={saved} place={place} />
        )}
      </button>
    ) : (
      <span>
        <FieldShow field={field} value={saved} place={place} />
      </span>
    );
  const current = problem?.code === 'stale' ? problem.body['current'] : undefined;
  const message =
    problem?.code === 'offline'
      ? t('offline')
      : (problem?.errors.find(({ path }) => path.split('.')[0] === field.key)?.message ??
        problem?.message);
  return (
    <div
      ref={box}
      className={classes.inline}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      role="presentation"
    >
      <FieldOwner object={object.key}>
        <FieldEdit
          field={field}
          value={value}
          onChange={(next) => setDraft({ value: next })}
          error={message}
          inline
          autoFocus
        />
      </FieldOwner>
      {message !== undefined && current === undefined && (
        <p className={classes.problem} role="alert">
          {message}
        </p>
      )}
      {isRecord(current) && draft && (
        <ConflictMerge
          object={object}
          mine={{ [field.key]: draft.value }}
          current={current}
          onClose={() => close(current)}
          onResolve={(values, version) =>
            Object.keys(values).length === 0 ? close(current) : void save(values, version)
          }
        />
      )}
    </div>
  );
}

const isRecord = (value: unknown): value is RecordData =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value;

/** Inside the box, or in something that floats above the page for it. */
const isPartOf = (box: HTMLElement | null, node: Node): boolean =>
  (box?.contains(node) ?? false) ||
  (node instanceof Element && node.closest('[data-portal], .mantine-Popover-dropdown') !== null);
