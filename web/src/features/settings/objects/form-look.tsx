import type { ScreenObject } from '#web/api/model.ts';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { FieldOwner } from '#web/engine/fields/field-owner.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { inSentence } from '#web/engine/list/in-sentence.ts';
import { objectsWords } from './objects.words.ts';
import classes from './preview.module.css';

/** The form of a new record: what is asked first, then the sections. */
export function FormLook({ object }: { object: ScreenObject }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const { quickCreate, sections } = object.layout;
  const isAsked = (key: string) => {
    const field = object.field.get(key);
    return field?.writable === true && field.kind !== 'autoNumber';
  };
  const parts = [
    { key: '', label: '', fields: quickCreate },
    ...sections.map((section) => ({
      key: section.key,
      label: label(section.label),
      fields: section.fields.filter((key) => !quickCreate.includes(key)),
    })),
  ]
    .map((part) => ({ ...part, fields: part.fields.filter(isAsked) }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <FieldOwner object={object.key}>
      <h3 className={classes.title}>{t('newOne', { name: inSentence(label(object.label)) })}</h3>
      {parts.map((part) => (
        <section key={part.key} className={part.key === '' ? '' : classes.section}>
          {part.key !== '' && <h4 className={classes.heading}>{part.label}</h4>}
          <div className={classes.fields}>
            {part.fields.map((key) => {
              const field = object.fields.find((each) => each.key === key);
              return (
                field && (
                  <FieldEdit
                    key={`${key} ${field.kind}`}
                    field={field}
                    value={field.default ?? null}
                    onChange={() => undefined}
                  />
                )
              );
            })}
          </div>
        </section>
      ))}
    </FieldOwner>
  );
}
