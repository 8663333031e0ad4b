import { Button, CopyButton, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { membersWords } from './members.words.ts';

const icon = { size: 16, stroke: 1.7 } as const;

interface Props {
  name: string;
  link: string;
  onClose: () => void;
}

/** The link by which somebody invited comes in, to be handed over where no mail goes. */
export function InvitationLink({ name, link, onClose }: Props) {
  const t = useWords(membersWords);
  return (
    <Dialog title={t('linkTitle', { name })} onClose={onClose}>
      <Stack>
        <p>{t('linkText')}</p>
        <TextInput
          label={t('link')}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              leftSection={copied ? <IconCheck {...icon} /> : <IconCopy {...icon} />}
              onClick={copy}
            >
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Dialog>
  );
}
