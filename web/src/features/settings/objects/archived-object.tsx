import { Button } from '@mantine/core';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { useTell } from '../use-tell.ts';
import { useObjectChange, type ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

/** An object that was put away: what it had, and the way back. */
export function ArchivedObject({ setting }: { setting: ObjectSetting }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const tell = useTell();
  const restore = useObjectChange();
  const name = label(setting.pluralLabel);
  return (
    <>
      <PageHead title={name} under="objects" />
      <div className={classes.archived}>
        <Note
          tone="idle"
          action={
            <Button
              size="compact-sm"
              loading={restore.isPending}
              onClick={() =>
                restore.mutate(
                  { method: 'POST', path: `/${setting.key}/restore` },
                  {
                    onError: tell,
                    onSuccess: () => notify({ tone: 'ok', text: t('restoredObject', { name }) }),
                  },
                )
              }
            >
              {t('restore')}
            </Button>
          }
        >
          {t('isArchived', { count: setting.fields.length })}
        </Note>
      </div>
    </>
  );
}
