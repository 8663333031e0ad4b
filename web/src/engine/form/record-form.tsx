import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { Note } from '#web/ui/note.tsx';
import { PanelBody, PanelFoot } from '#web/ui/side-panel.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { FieldOwner } from '../fields/field-owner.tsx';
import { ConflictMerge } from '../records/conflict-merge.tsx';
import { FormErrors } from './form-errors.tsx';
import { FormMatches } from './form-matches.tsx';
import { FormProblem } from './form-problems.tsx';
import { FormSections } from './form-sections.tsx';
import { formWords } from './form.words.ts';
import { inFormOrder } from './in-form-order.ts';
import { LostFields } from './lost-fields.tsx';
import classes from './record-form.module.css';
import { lostOf } from './sendable.ts';
import { useDefaults } from './use-defaults.ts';
import { useRecordForm } from './use-record-form.ts';

interface Props {
  object: ScreenObject;
  draftName: string;
  record?: RecordData | undefined;
  values?: Record<string, unknown> | undefined;
  /** The object was archived, or is not this person's any more: nothing can be saved. */
  isGone: boolean;
  onSaved(record: RecordData, another: boolean): void;
  onTyped(isTyped: boolean): void;
  onClose(): void;
}

/** What is typed survives a reload; all that is wrong is told at once, above and at the fields. */
export function RecordForm({ isGone, onClose, ...options }: Props) {
  const { object } = options;
  const t = useWords(formWords);
  const { timeZone } = useLanguage();
  const form = useRecordForm({ ...options, defaults: useDefaults(object) });
  const { problem, matches, current, record } = form;
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) box.current?.querySelector<HTMLElement>('[data-problems]')?.focus();
  }, [problem]);
  const [told, setTold] = useState('');
  const lost = lostOf(object, form.values);
  // What is lost is told with what was typed; saving again leaves it out.
  const errors = inFormOrder(
    object.layout,
    record === undefined,
    form.errors.filter(({ path }) => !lost.some(([key]) => path.split('.')[0] === key)),
  );
  const isTold =
    isGone || current !== undefined || matches.length > 0 || (problem?.errors.length ?? 0) > 0;
  const lostNames = lost.map(([key]) => key).join();
  const submit = (another = false) => {
    if (isGone) return;
    // A field may go at the moment of saving: nobody loses what they were not told of.
    if (lostNames !== '' && lostNames !== told && !problem) {
      setTold(lostNames);
      box.current?.querySelector<HTMLElement>('[data-problems]')?.focus();
    } else void form.submit({ another });
  };
  return (
    <form
      ref={box}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Forms that are opened from this one stand inside it for React, not in the document.
        event.stopPropagation();
        submit();
      }}
    >
      <PanelBody>
        <FieldOwner object={object.key}>
          {isGone && <Note tone="warn">{t('gone')}</Note>}
          {form.restoredAt !== null && (
            <Note
              tone="info"
              action={
                <Button variant="default" size="compact-sm" onClick={form.startAnew}>
                  {t('startAnew')}
                </Button>
              }
            >
              {t('restored', { at: formatDateTime(new Date(form.restoredAt), timeZone) })}
            </Note>
          )}
          <LostFields object={object} lost={lost} />
          {errors.length > 0 && <FormErrors object={object} errors={errors} box={box} />}
          {problem && !isTold && <FormProblem problem={problem} onAgain={() => submit()} />}
          <FormMatches
            object={object}
            matches={matches}
            onAnyway={() => void form.submit({ anyway: true })}
          />
          <FormSections object={object} form={form} />
        </FieldOwner>
      </PanelBody>
      <PanelFoot hint={<span className={classes.keys}>{t('saveKeys')}</span>} onCancel={onClose}>
        {!record && (
          <Button variant="default" disabled={isGone} onClick={() => submit(true)}>
            {t('saveAndNew')}
          </Button>
        )}
        <Button type="submit" disabled={isGone} loading={form.busy}>
          {t('save')}
        </Button>
      </PanelFoot>
      {current && (
        <ConflictMerge
          object={object}
          mine={form.values}
          base={record}
          current={current}
          onClose={form.letGo}
          onResolve={(kept, version) => void form.resolve(kept, version)}
        />
      )}
    </form>
  );
}
