import type { ScreenObject } from '#web/api/model.ts';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { useOnPage } from '#web/engine/record/record-context.tsx';
import { useWords } from '#web/words/language.tsx';
import { activityWords } from './activity.words.ts';
import { askedFields, type ComposerTab } from './draft.ts';
import classes from './composer.module.css';

interface Props {
  object: ScreenObject;
  tab: Exclude<ComposerTab, 'note'>;
  values: Readonly<Record<string, unknown>>;
  errors: Readonly<Record<string, string>>;
  onChange(key: string, value: unknown): void;
}

/** What is asked of a call or a plan beside the text. */
export function ComposerFields({ object, tab, values, errors, onChange }: Props) {
  const t = useWords(activityWords);
  const { object: page } = useOnPage();
  const fields = askedFields[tab]
    .map((key) => object.field.get(key))
    .filter((field) => field?.writable === true)
    .filter((field) => field !== undefined)
    // On the page of a person it is with them.
    .filter((field) => !('to' in field && field.to === page.key));
  return (
    <div className={classes.fields}>
      {fields.map((field) => (
        <div key={field.key}>
          <FieldEdit
            field={{ ...field, required: false }}
            value={values[field.key] ?? (field.key === 'kind' ? 'call' : null)}
            onChange={(value) => onChange(field.key, value)}
            {...(field.key === 'actualMinutes' && { label: t('minutesSpent') })}
            {...(errors[field.key] !== undefined && { error: errors[field.key] })}
          />
        </div>
      ))}
    </div>
  );
}
