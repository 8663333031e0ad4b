import { Button, Input } from '@mantine/core';
import { useState } from 'react';
import type { Reference } from '#web/api/records.ts';
import { RecordPicker } from '#web/engine/fields/record-picker.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import type { Entry } from './entry.ts';
import classes from './documents.module.css';
import { useMove } from './use-move.ts';

/** Another folder for it, found by its name; none is the top. */
export function MoveDialog({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const t = useWords(documentWords);
  const move = useMove();
  const [to, setTo] = useState<Reference | null>(null);
  return (
    <Dialog title={t('moveTo', { name: entry.name })} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void move(entry, to);
          onClose();
        }}
      >
        <Input.Wrapper label={t('folder')} description={t('topHint')} id="move-to">
          <RecordPicker
            objectKey="folder"
            value={to}
            onChange={setTo}
            without={[entry.id]}
            input={{ id: 'move-to' }}
          />
        </Input.Wrapper>
        <DialogFoot onCancel={onClose}>
          <Button type="submit">{t('moveHere')}</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
