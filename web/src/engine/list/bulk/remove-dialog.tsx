import { Button } from '@mantine/core';
import { IconAlertOctagonFilled } from '@tabler/icons-react';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { bulkWords } from './bulk.words.ts';

interface Props {
  count: string;
  name: string;
  onRemove(): void;
  onClose(): void;
}

/** Asked when there are many; few are just taken back. */
export function RemoveDialog({ count, name, onRemove, onClose }: Props) {
  const t = useWords(bulkWords);
  return (
    <Dialog onClose={onClose} title={t('askRemove', { count, name })}>
      <p>{t('askRemoveText')}</p>
      <DialogFoot onCancel={onClose} grave>
        <Button color="red" leftSection={<IconAlertOctagonFilled size={16} />} onClick={onRemove}>
          {t('removeThem', { count, name })}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
