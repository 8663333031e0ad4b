import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { isProblem, type Problem } from '#web/api/problem.ts';
import type { RecordData } from '#web/api/records.ts';
import { useWords } from '#web/words/language.tsx';
import { ConflictMerge } from '../records/conflict-merge.tsx';
import { dropInline, keepInline, readInline } from '../records/inline-draft.ts';
import { staleOf, useSave } from '../records/save.ts';
import { FieldEdit } from './field-edit.tsx';
import { FieldOwner } from './field-owner.tsx';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import { fieldInput } from './inputs/index.ts';

interface Props {
  object: ScreenObject;
  record: RecordData;
  field: ScreenField;
  place: 'cell' | 'page';
  keepAs?: string | undefined;
  /** With the record as it is now and as it was when it was saved, or with nothing when it was left as it was. */
  onClose(next?: RecordData, before?: RecordData): void;
}

/** The open box over a value. What was typed stays until it is saved or given up. */
export function InlineBox({ object, record, field, place, keepAs, onClose: close }: Props) {
  const t = useWords(fieldWords);
  const { update } = useSave(object);
  // As it was when the box opened: what somebody else saves meanwhile is noticed.
  const [kept] = useState(() => (keepAs === undefined ? null : readInline(keepAs)));
  const [before] = useState(kept?.before ?? record);
  const [draft, setDraft] = useState<{ value: unknown } | null>(kept);
  // A key may end it before what was typed a moment ago is drawn.
  const written = useRef<{ value: unknown } | null>(kept);
  const [problem, setProblem] = useState<Problem | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // Leaving by a press is also a change of focus: what is being saved, or was, is not saved again.
  const isSaving = useRef(false);
  const was: unknown = before[field.key] ?? null;

  const onClose: Props['onClose'] = (next, then) => {
    if (keepAs !== undefined) dropInline(keepAs);
    close(next, then);
  };
  const save = async (values: Record<string, unknown>, version: number) => {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      onClose(await update(before.id, version, values, before), before);
    } catch (error) {
      isSaving.current = false;
      if (!isProblem(error)) throw error;
      setProblem(error);
    }
  };
  const change = (value: unknown) => {
    written.current = { value };
    setDraft({ value });
    if (keepAs !== undefined) keepInline(keepAs, { value, before });
    if (fieldInput(field).atOnce) submit(value);
  };
  const submit = (value: unknown) => {
    if (JSON.stringify(value) === JSON.stringify(was)) onClose();
    else void save({ [field.key]: value }, before.version);
  };
  const submitWritten = () => submit(written.current ? written.current.value : was);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const isOwnKey = isOfLines(event.target) || event.target instanceof HTMLButtonElement;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || !isOwnKey)) {
      event.preventDefault();
      // A table would take the same key for one of its rows.
      event.stopPropagation();
      submitWritten();
    }
  };
  const leave = useEffectEvent((to: EventTarget | null) => {
    if (problem === null && to instanceof Node && !isPartOf(box.current, to)) submitWritten();
  });
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => leave(target);
    const onPress = ({ target }: PointerEvent) => leave(target);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress);
    };
  }, []);

  useEffect(() => {
    // Several lines are gone on with; the browser begins at their start.
    const lines = box.current?.querySelector('textarea');
    lines?.setSelectionRange(lines.value.length, lines.value.length);
  }, []);
  // Nobody has to remember what was not saved: it goes out when there is a network again.
  const isOffline = problem?.code === 'offline';
  const again = useEffectEvent(() => submitWritten());
  useEffect(() => {
    if (!isOffline) return;
    const retry = () => again();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [isOffline]);

  const current = staleOf(problem);
  const message =
    problem && (problem.code === 'offline' ? t('offline') : sayOf(problem, field.key));
  return (
    <div
      ref={box}
      className={`${classes.inline} ${place === 'page' ? classes.over : ''}`}
      onKeyDown={onKeyDown}
      role="presentation"
    >
      <FieldOwner object={object.key}>
        <FieldEdit
          field={field}
          value={draft ? draft.value : was}
          onChange={change}
          error={message ?? undefined}
          inline
          autoFocus
        />
      </FieldOwner>
      {message !== null && !current && (
        <p className={classes.problem} role="alert">
          {message}{' '}
          {isOffline && (
            <button type="button" className={classes.again} onClick={() => submitWritten()}>
              {t('saveAgain')}
            </button>
          )}
        </p>
      )}
      {current && draft && (
        <ConflictMerge
          object={object}
          mine={{ [field.key]: draft.value }}
          base={before}
          current={current}
          onClose={() => setProblem(null)}
          onResolve={(values, version) =>
            Object.keys(values).length === 0 ? onClose(current) : void save(values, version)
          }
        />
      )}
    </div>
  );
}

const sayOf = (problem: Problem, key: string): string =>
  problem.errors.find(({ path }) => path.split('.')[0] === key)?.message ?? problem.message;

/** Enter is a new line there. */
const isOfLines = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && target.isContentEditable);

/** Inside the box, or in something that floats above the page for it. */
const isPartOf = (box: HTMLElement | null, node: Node): boolean =>
  (box?.contains(node) ?? false) ||
  (node instanceof Element && node.closest('[data-portal], [role=dialog]') !== null);
