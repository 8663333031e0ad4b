import { Stack, TextInput } from '@mantine/core';
import { CopyText } from '#web/ui/copy-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { membersWords } from './members.words.ts';

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
        <CopyText text={link} label={t('copy')} />
      </Stack>
    </Dialog>
  );
}
