import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FormFields } from './form-fields.tsx';
import { formWords } from './form.words.ts';
import classes from './record-form.module.css';
import type { RecordFormState } from './use-record-form.ts';

/** First what matters, then the sections of the layout on demand; a record that is there is shown whole. */
export function FormSections({ object, form }: { object: ScreenObject; form: RecordFormState }) {
  const t = useWords(formWords);
  const label = useLabel();
  const isNew = form.record === undefined;
  const [isAsked, setAsked] = useState(!isNew);
  const { layout } = object;
  const first = new Set(isNew ? layout.quickCreate : []);
  const rest = layout.sections
    .map((section) => ({ ...section, fields: section.fields.filter((key) => !first.has(key)) }))
    .filter(({ fields }) => fields.some((key) => object.field.get(key)?.writable));
  // An error in a part that is folded would not be seen, nor a draft.
  const isNeeded =
    form.problem?.errors.some(({ path }) => !first.has(path.split('.')[0] ?? '')) === true ||
    Object.keys(form.values).some((key) => !first.has(key) && layout.quickCreate.length > 0);
  return (
    <>
      <FormFields object={object} keys={[...first]} form={form} focusFirst />
      {isAsked || isNeeded || first.size === 0
        ? rest.map((section, at) => (
            <section key={section.key} className={classes.section}>
              <h3 className={classes.heading}>{label(section.label)}</h3>
              <FormFields
                object={object}
                keys={section.fields}
                form={form}
                focusFirst={first.size === 0 && at === 0}
              />
            </section>
          ))
        : rest.length > 0 && (
            <Button
              variant="subtle"
              color="gray"
              className={classes.more ?? ''}
              data-flush
              onClick={() => setAsked(true)}
            >
              {t('more')}
            </Button>
          )}
    </>
  );
}
