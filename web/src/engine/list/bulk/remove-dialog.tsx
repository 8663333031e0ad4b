import { Button, Modal } from '@mantine/core';
import { IconAlertOctagonFilled } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { bulkWords } from './bulk.words.ts';
import classes from './bulk.module.css';

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
    <Modal
      opened
      onClose={onClose}
      title={t('askRemove', { count, name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('askRemoveText')}</p>
      <div className={classes.feet}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red" leftSection={<IconAlertOctagonFilled size={16} />} onClick={onRemove}>
          {t('removeThem', { count, name })}
        </Button>
      </div>
    </Modal>
  );
}
