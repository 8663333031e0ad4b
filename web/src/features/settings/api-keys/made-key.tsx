import { Button, CopyButton, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { apiKeysWords } from './api-keys.words.ts';

const icon = { size: 16, stroke: 1.7 } as const;

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
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck {...icon} /> : <IconCopy {...icon} />}
                onClick={copy}
              >
                {t(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('done')}</Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
