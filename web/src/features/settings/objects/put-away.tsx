import { Button, Stack } from '@mantine/core';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useProblemText } from '../use-tell.ts';
import { AskArchive } from './ask-archive.tsx';
import { useObjectChange } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import type { Design } from './use-design.ts';

/** Puts an object of the company away, or gives one of the program back as it was; asks first. */
export function PutAway({ design, onClose }: { design: Design; onClose: () => void }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const textOf = useProblemText();
  const change = useObjectChange();
  const { setting } = design;
  const name = label(setting.pluralLabel);
  const error = change.error ? textOf(change.error) : undefined;
  if (setting.custom)
    return (
      <AskArchive
        title={t('archiveObjectTitle', { name })}
        text={t('archiveObjectText')}
        path={setting.path}
        busy={change.isPending}
        error={error}
        onClose={onClose}
        onYes={() =>
          change.mutate(
            { method: 'DELETE', path: `/${setting.key}` },
            {
              onSuccess: () => {
                onClose();
                notify({ tone: 'ok', text: t('archivedObject', { name }) });
              },
            },
          )
        }
      />
    );
  const changed = setting.fields.filter((field) => field.changed).length;
  return (
    <Dialog title={t('resetTitle', { name })} onClose={onClose}>
      <Stack>
        <p>{t('resetText', { count: changed })}</p>
        {error !== undefined && <Note tone="bad">{error}</Note>}
        <DialogFoot onCancel={onClose} grave>
          <Button
            color="red"
            loading={change.isPending}
            onClick={() =>
              change.mutate(
                { method: 'POST', path: `/${setting.key}/reset` },
                {
                  onSuccess: () => {
                    design.discard();
                    onClose();
                    notify({ tone: 'ok', text: t('wasReset', { name }) });
                  },
                },
              )
            }
          >
            {t('reset')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
