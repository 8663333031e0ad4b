import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { fieldView } from '../../fields/index.ts';
import { buckets, readGroup } from '../groups.ts';
import { FieldChoice } from './field-choice.tsx';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  object: ScreenObject;
  group: string | undefined;
  onChange(patch: { group: string | undefined }): void;
  close(): void;
}

/** How far the headings of times reach, and the field whose values they are. */
export function GroupPanel({ object, group, onChange, close }: Props) {
  const t = useWords(toolbarWords);
  const chosen = readGroup(group, object);
  const fields = object.fields.filter((field) => fieldView(field).groupable);

  const choose = (next: string | undefined) => {
    onChange({ group: next });
    close();
  };
  return (
    <>
      {chosen?.bucket && (
        <div role="group" aria-label={t('bucket')} className={classes.buckets}>
          {buckets.map((bucket) => (
            <button
              key={bucket}
              type="button"
              className={`${classes.tool} ${bucket === chosen.bucket ? classes.toolOn : ''}`}
              aria-pressed={bucket === chosen.bucket}
              onClick={() => choose(`${chosen.field.key}:${bucket}`)}
            >
              {t(bucket)}
            </button>
          ))}
        </div>
      )}
      <FieldChoice fields={fields} chosen={chosen?.field.key} onChoose={({ key }) => choose(key)}>
        <button
          type="button"
          className={`${classes.line} ${classes.choice}`}
          aria-pressed={!chosen}
          onClick={() => choose(undefined)}
        >
          {t('noGroup')}
        </button>
      </FieldChoice>
    </>
  );
}
