import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { FieldOwner } from '../fields/field-owner.tsx';
import { ConflictMerge } from '../records/conflict-merge.tsx';
import { FormFields } from './form-fields.tsx';
import { FormMatches } from './form-matches.tsx';
import { FormProblems } from './form-problems.tsx';
import { formWords } from './form.words.ts';
import classes from './record-form.module.css';
import { useRecordForm } from './use-record-form.ts';

interface Props {
  object: ScreenObject;
  record?: RecordData | undefined;
  values?: Record<string, unknown> | undefined;
  onSaved(record: RecordData, another: boolean): void;
  onClose(): void;
}

/** First what matters, then the rest on demand; what is typed survives a reload. */
export function RecordForm({ object, record, values, onSaved, onClose }: Props) {
  const t = useWords(formWords);
  const label = useLabel();
  const { timeZone } = useLanguage();
  const form = useRecordForm({ object, record, values, onSaved });
  const [isWhole, setWhole] = useState(record !== undefined);
  const box = useRef<HTMLFormElement>(null);
  const { layout } = object;
  const first = record ? [] : layout.quickCreate;
  const shownAlready = new Set<string>(first);
  const rest = layout.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter((key) => !shownAlready.has(key)),
    }))
    .filter(({ fields }) => fields.some((key) => object.field.get(key)?.writable));
  // An error in a part that is folded would not be seen.
  const hasHidden = form.problem?.errors.some(
    ({ path }) => !shownAlready.has(path.split('.')[0] ?? ''),
  );
  const isUnfolded = isWhole || hasHidden === true;

  const fields = (keys: readonly string[], focusFirst: boolean) => (
    <FormFields object={object} keys={keys} form={form} focusFirst={focusFirst} />
  );
  return (
    <form
      ref={box}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Forms that are opened from this one stand inside it for React, not in the document.
        event.stopPropagation();
        void form.submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void form.submit();
      }}
    >
      <FieldOwner object={object.key}>
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
        <FormProblems object={object} problem={form.problem} box={box} />
        <FormMatches
          object={object}
          matches={form.matches}
          onAnyway={() => void form.submit({ anyway: true })}
        />
        {fields(first, true)}
        {isUnfolded
          ? rest.map((section, at) => (
              <section key={section.key} className={classes.section}>
                <h3 className={classes.heading}>{label(section.label)}</h3>
                {fields(section.fields, record !== undefined && at === 0)}
              </section>
            ))
          : rest.length > 0 && (
              <Button
                variant="subtle"
                color="gray"
                className={classes.more ?? ''}
                onClick={() => setWhole(true)}
              >
                {t('more')}
              </Button>
            )}
      </FieldOwner>
      <div className={classes.foot}>
        <span className={classes.keys}>{t('saveKeys')}</span>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('cancel')}
        </Button>
        {!record && (
          <Button variant="default" onClick={() => void form.submit({ another: true })}>
            {t('saveAndNew')}
          </Button>
        )}
        <Button type="submit" loading={form.busy}>
          {t('save')}
        </Button>
      </div>
      {form.current && (
        <ConflictMerge
          object={object}
          mine={form.values}
          current={form.current}
          onClose={onClose}
          onResolve={(kept, version) => void form.resolve(kept, version)}
        />
      )}
    </form>
  );
}
