import { Button, Stack, TextInput } from '@mantine/core';
import { CopyText } from '#web/ui/copy-text.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { apiKeysWords } from './api-keys.words.ts';

/** The key itself, this once. */
export function MadeKey({ value, onClose }: { value: string; onClose: () => void }) {
  const t = useWords(apiKeysWords);
  return (
    <Dialog title={t('madeTitle')} onClose={onClose}>
      <Stack>
        <p>{t('madeText')}</p>
        <TextInput
          label={t('key')}
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <DialogFoot>
          <CopyText text={value} label={t('copy')} variant="default" />
          <Button onClick={onClose}>{t('done')}</Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
