import { Button, Group, Modal } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import { transferWords } from '../transfer.words.ts';

interface Props {
  name: string;
  opened: boolean;
  onClose: () => void;
  onUndo: () => void;
}

/** Before many records change at once. */
export function AskUndo({ name, opened, onClose, onUndo }: Props) {
  const t = useWords(transferWords);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('undoAsk', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('undoAskText')}</p>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('keep')}
        </Button>
        <Button onClick={onUndo} data-autofocus>
          {t('undo')}
        </Button>
      </Group>
    </Modal>
  );
}
