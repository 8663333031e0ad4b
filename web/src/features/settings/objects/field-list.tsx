import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { FieldDialog } from './field-dialog.tsx';
import { kinds, kindWords } from './kinds.words.ts';
import { useObjectChange, type FieldSetting, type ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

/** The fields of an object, the company's own with a way into the archive and out again. */
export function FieldList({ object }: { object: ObjectSetting }) {
  const t = useWords(objectsWords);
  const k = useWords(kindWords);
  const label = useLabel();
  const tell = useTell();
  const [edited, setEdited] = useState<FieldSetting | 'new' | null>(null);
  const change = useObjectChange();
  const archive = (field: FieldSetting, isBack: boolean) =>
    change.mutate(
      isBack
        ? { method: 'POST', path: `/${object.key}/fields/${field.key}/restore` }
        : { method: 'DELETE', path: `/${object.key}/fields/${field.key}` },
      {
        onError: tell,
        onSuccess: () => {
          if (isBack) return;
          notify({
            tone: 'ok',
            text: t('archivedField', { name: label(field.label) }),
            action: { label: t('restore'), run: () => archive(field, true) },
          });
        },
      },
    );
  const kindOf = (kind: string) => {
    const known = kinds.find((each) => each === kind);
    return known ? k(known) : kind;
  };
  return (
    <>
      <ul className={classes.fields}>
        {object.fields.map((field) => (
          <li
            key={field.key}
            className={classes.row}
            data-archived={field.archivedAt !== null || undefined}
          >
            <button type="button" className={classes.name} onClick={() => setEdited(field)}>
              {label(field.label)}
            </button>
            <span className={classes.meta}>
              {[
                kindOf(field.kind),
                field.required === true && t('required'),
                field.custom && t('custom'),
                field.archivedAt !== null && t('archived'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {field.custom && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                onClick={() => archive(field, field.archivedAt !== null)}
              >
                {t(field.archivedAt === null ? 'archive' : 'restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.7} />}
        onClick={() => setEdited('new')}
      >
        {t('addField')}
      </Button>
      {edited !== null && (
        <FieldDialog
          object={object}
          field={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
