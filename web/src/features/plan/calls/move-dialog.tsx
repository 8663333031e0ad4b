import { Button } from '@mantine/core';
import { useState } from 'react';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { asText } from '#web/engine/fields/read-value.ts';
import { useObject } from '#web/engine/model.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { planWords } from '../plan.words.ts';
import classes from './calls.module.css';

interface Props {
  title: string;
  /** What the box begins with. */
  startsAt: string | null;
  onMove(to: string): Promise<unknown>;
  onClose(): void;
}

/** Another time, typed or picked. */
export function MoveDialog({ title, startsAt, onMove, onClose }: Props) {
  const t = useWords(planWords);
  const field = useObject({ key: 'activity' })?.field.get('startsAt');
  const [value, setValue] = useState(startsAt);
  if (!field) return null;
  return (
    <Dialog title={t('moveTitle', { name: title })} onClose={onClose}>
      <form
        className={classes.moving}
        onSubmit={(event) => {
          event.preventDefault();
          if (value === null) return;
          onClose();
          void onMove(value);
        }}
      >
        <FieldEdit
          field={field}
          label={t('moveTo')}
          value={value}
          onChange={(next) => setValue(asText(next) || null)}
          autoFocus
        />
        <DialogFoot onCancel={onClose}>
          <Button type="submit" disabled={value === null}>
            {t('save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
