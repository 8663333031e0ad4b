import { Button } from '@mantine/core';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { formWords } from './form.words.ts';
import classes from './record-form.module.css';

interface Props {
  onKeep(): void;
  onDrop(): void;
  onStay(): void;
}

/** Asked only when something was typed. */
export function LeaveQuestion({ onKeep, onDrop, onStay }: Props) {
  const t = useWords(formWords);
  return (
    <Dialog onClose={onStay} title={t('leave')} closeLabel={t('goOn')}>
      <p className={classes.leave}>{t('leaveText')}</p>
      <DialogFoot>
        <Button variant="subtle" color="red" onClick={onDrop}>
          {t('drop')}
        </Button>
        <Button variant="default" onClick={onStay}>
          {t('goOn')}
        </Button>
        <Button onClick={onKeep} data-autofocus>
          {t('keep')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
