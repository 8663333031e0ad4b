import { Button } from '@mantine/core';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { transferWords } from '../transfer.words.ts';

interface Props {
  name: string;
  onClose: () => void;
  onUndo: () => void;
}

/** Before many records change at once. */
export function AskUndo({ name, onClose, onUndo }: Props) {
  const t = useWords(transferWords);
  return (
    <Dialog onClose={onClose} title={t('undoAsk', { name })}>
      <p>{t('undoAskText')}</p>
      <DialogFoot onCancel={onClose} cancelLabel={t('keep')}>
        <Button onClick={onUndo} data-autofocus>
          {t('undo')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
