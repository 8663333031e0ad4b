import { Button } from '@mantine/core';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { membersWords } from './members.words.ts';
import type { Part } from './parts.ts';

export function NoMembers({
  part,
  text,
  onInvite,
}: {
  part: Part;
  text: string;
  onInvite: () => void;
}) {
  const t = useWords(membersWords);
  if (text !== '') return <Empty title={t('emptyFound', { text })} />;
  if (part === 'left') return <Empty title={t('emptyLeft')} text={t('emptyLeftText')} />;
  return (
    <Empty title={t('emptyInvited')} text={t('emptyInvitedText')}>
      <Button variant="default" onClick={onInvite}>
        {t('invite')}
      </Button>
    </Empty>
  );
}
